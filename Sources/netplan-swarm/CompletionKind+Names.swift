internal import Apply
internal import ArgumentParser
internal import NetPlan

/// What a shell offers behind the verbs: files, and the names of the nearest plan.
extension CompletionKind {
    static let plan = CompletionKind.file(extensions: ["yaml", "yml"])
    static let emitters = CompletionKind.custom { _, _, _ in EmitterList.names(on: .current) }
    static let lans = CompletionKind.custom { _, _, _ in nearestPlan?.lans.map(\.name.description) ?? [] }
    static let nodes = CompletionKind.custom { _, _, _ in nearestPlan?.nodes.map(\.name.description) ?? [] }
    static let lansAndPools = CompletionKind.custom { _, _, _ in (nearestPlan?.lans.map(\.name.description) ?? []) + ["overlay"] }
    static let names = CompletionKind.custom { _, _, _ in nearestPlan?.completedNames ?? [] }

    private static var nearestPlan: Plan? { PlannedSite.nearestPlan }
}

extension Plan {
    fileprivate var completedNames: [String] {
        nodes.map(\.name.description) + devices.map(\.name.description) + vips.map(\.name.description) + lans.map(\.name.description)
            + macvlans.map(\.name.description) + overlays.map(\.name.description) + services.map(\.name.description)
    }
}
