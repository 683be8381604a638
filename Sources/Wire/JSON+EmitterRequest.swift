public import NetPlan

extension JSON {
    /// The version of what external emitters are asked, and of what they answer: schema/emitter-request.schema.json, and
    /// schema/emitter-answer.schema.json. A key that is new does not make another version.
    public static let emitterVersion = 1

    /// What an external emitter gets on its standard input.
    ///
    ///     {"version": 1, "emitter": "ethers", "settings": {}, "allocation": {"site": "home", "domain": "home.arpa", …}}
    ///
    /// `settings` is what the plan says, as it stands there: texts, lists and maps. `allocation` is the site with every address
    /// decided, all of it: a built-in emitter that is given it back writes the same bytes. `isStrange` adds a key that nobody knows to
    /// every object of it, and a `version` may be one that there is not: to see whether a program minds.
    public static func emitterRequest(
        _ emitter: String, settings: Document, allocation: Allocation, version: Int = emitterVersion, isStrange: Bool = false
    ) -> [UInt8] {
        var json = JSONWriter()
        json.reserve(1000 * allocation.addresses.count + 8192)
        json.object { json in
            json.field("version", version)
            json.field("emitter", emitter)
            json.key("settings")
            if settings.kind == .empty { json.object { _ in } } else { json.document(settings) }
            json.isStrange = isStrange
            json.key("allocation")
            json.object { $0.allocation(allocation) }
            json.isStrange = false
        }
        return json.finish()
    }
}

extension JSONWriter {
    /// Text, lists and maps as they stand in the plan. Where nothing was written after a key, null.
    fileprivate mutating func document(_ document: Document) {
        switch document.kind {
        case .text: string(document.text)
        case .list: list(document.elements) { $0.document($1) }
        case .map:
            object { json in
                for (key, value) in document.entries where key.kind == .text {
                    json.key(escaping: key.text)
                    json.document(value)
                }
            }
        case .empty, .refused: null()
        }
    }

    fileprivate mutating func allocation(_ allocation: Allocation) {
        let plan = allocation.plan
        field("site", plan.site.description)
        field("domain", plan.domain.description)
        field("engine", plan.engine.description)
        lans(of: allocation)
        pools(of: plan)
        hosts(of: allocation)
        networks(of: allocation)
        services(of: allocation)
        dhcp(of: allocation)
        addresses(of: allocation)
        slices(of: allocation)
        leasable(of: allocation)
        names(of: allocation)
    }
}
