/// One thing that can be wrong with a plan as a whole. A rule is one file, and one line in `Rules.all`.
///
///     enum NoManagerRule: Rule {
///         static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
///             guard survey.plan.nodes.allSatisfy({ $0.role == .worker }) else { return }
///             problems.report(.noManager, at: .key(PlanPath("nodes")), "…", help: "…")
///         }
///     }
protocol Rule: Sendable {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics)
}
