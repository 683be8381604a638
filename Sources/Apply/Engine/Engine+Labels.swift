internal import Docker

extension Engine {
    /// Sets and removes labels of a member of the swarm; others that it has stay. `.found` where it has them so already.
    ///
    /// The swarm takes a member's whole specification, with the version that it was read in, and refuses where anybody, the swarm
    /// itself too, changed the member meanwhile: then it is read and said again.
    func perform(_ change: LabelChange) throws(Failure) -> World.Deed {
        let deadline = Deadline(milliseconds: limits.settling)
        do throws(EngineError) {
            while true {
                var member: MemberForm = try ask("GET", "/nodes/\(try checked(change.member))")
                let labels = try Self.labels(after: change, member.labels)
                if labels == member.labels { return .found }
                member.labels = labels
                do throws(EngineError) {
                    try send("POST", "/nodes/\(try checked(change.member))/update?version=\(member.version.index)", member.specification)
                    return .made
                } catch {
                    guard case .refused(let refusal) = error, refusal.meaning == .outOfSequence, deadline.pause(milliseconds: 100) else {
                        throw error
                    }
                }
            }
        } catch { throw error.failure }
    }

    private static func labels(after change: LabelChange, _ there: [String: String]) throws(EngineError) -> [String: String] {
        var labels = there
        for label in change.labels {
            guard there[label.key] == label.before || there[label.key] == label.after else {
                throw .failed(Failure("label \(label.key) of \(change.hostname) is another one by now: run it again"))
            }
            labels[label.key] = label.after
        }
        return labels
    }
}
