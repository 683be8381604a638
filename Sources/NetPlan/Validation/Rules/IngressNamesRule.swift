/// Thousands of names at each of a thousand managers: a small plan whose hosts files would take gigabytes.
enum IngressNamesRule: Rule {
    /// More than any site has: each is a name in a line of every hosts file, and a record of every zone.
    static let limit = 100_000

    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let allocation = survey.allocation
        guard allocation.hasTooManyNames else { return }
        let plan = survey.plan
        problems.report(
            .targetLimit, .error, at: .key(PlanPath("ingress")),
            "\(allocation.namesAtIngress().count) names of services at \(plan.ingress.count) addresses each are more than a hosts file or a zone is for: at most \(limit) in all",
            help: "name in 'ingress' the VIP or the few nodes that answer")
    }
}

extension Allocation {
    /// Whether the services' names, each at every address of the ingress, are more than can be written.
    ///
    /// Every emitter of names would write them all, so nothing is rendered then.
    public var hasTooManyNames: Bool { namesAtIngress().count * plan.ingress.count > IngressNamesRule.limit }
}
