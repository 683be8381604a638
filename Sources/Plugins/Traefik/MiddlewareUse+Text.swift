internal import NetPlan

extension MiddlewareUse {
    /// The file that all routes' bare middlewares are looked for in: labels name them `name@file`.
    func text(for plan: Plan) -> TextBuffer {
        var text = YAMLText(site: plan.site)
        for (transport, names) in [(Route.Transport.http, http), (.tcp, tcp)] where !names.isEmpty {
            text.map(transport.rawValue) { text in
                text.map("middlewares") { text in
                    if names.contains(Self.lanOnly) { Self.writeLANOnly(plan.lans, to: &text) }
                    for middleware in settings.middlewares where names.contains(middleware.name) {
                        text.tree(middleware.name, middleware.body)
                    }
                }
            }
        }
        return text.buffer
    }

    private static func writeLANOnly(_ lans: [LAN], to text: inout YAMLText) {
        let subnets = lans.flatMap { [$0.subnet.description] + ($0.subnet6.map { [$0.description] } ?? []) }
        text.map(lanOnly) { text in
            text.map("ipAllowList") { $0.list("sourceRange", subnets) }
        }
    }
}
