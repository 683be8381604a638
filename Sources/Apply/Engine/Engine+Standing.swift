internal import Docker

extension Engine {
    /// How far a network has come or gone.
    func state(of change: NetworkChange) throws(Failure) -> World.State {
        do throws(EngineError) {
            let forms: [NetworkForm] = try ask("GET", "/networks")
            let there = forms.filter { $0.name == change.network.name }.map(\.network)
            guard there.count < 2 else { return .moved }
            return Self.state(of: change, there.first)
        } catch { throw error.failure }
    }

    static func state(of change: NetworkChange, _ there: DockerNetwork?) -> World.State {
        guard let there else { return change.kind == .create ? .open : .made }
        if there.differences(from: change.network).isEmpty { return change.kind == .create ? .made : .open }
        let isCounterpart = change.counterpart.map { there.differences(from: $0).isEmpty } ?? false
        switch change.kind {
        // The other half of the pair comes first; or another manager is making it at this moment.
        case .create: return isCounterpart || there.isBeginning(of: change.network) ? .open : .moved
        case .remove:
            if isCounterpart { return .made }
            // An overlay that never got its subnet is what a run left that was killed while it waited for it.
            return there.isBeginning(of: change.network) ? .open : .moved
        }
    }

    /// How far the labels of a member are set.
    func state(of change: LabelChange) throws(Failure) -> World.State {
        do throws(EngineError) {
            let member: MemberForm = try ask("GET", "/nodes/\(try checked(change.member))")
            let there = member.labels
            if change.labels.allSatisfy({ there[$0.key] == $0.after }) { return .made }
            return change.labels.allSatisfy { there[$0.key] == $0.after || there[$0.key] == $0.before } ? .open : .moved
        } catch {
            // One that has left the swarm has no labels to give back.
            if case .refused(let refusal) = error, refusal.meaning == .missing { return .moved }
            throw error.failure
        }
    }
}
