internal import NetPlan

extension DockerComparison {
    /// The node's own ways into its slices, as the kernel has them now.
    mutating func compareShims(_ there: [String: ShimState]) {
        for shim in wish.shims {
            let wanted = ShimState(shim)
            if there[shim.name] != wanted { changes.append(.shim(ShimChange(name: shim.name, before: there[shim.name], after: wanted))) }
        }
        let names = Set(wish.shims.map(\.name))
        for (name, state) in there.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
            changes.append(.shim(ShimChange(name: name, before: state, after: nil)))
        }
    }
}
