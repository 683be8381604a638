internal import NetPlan

extension DockerComparison {
    /// What a placement constraint asks for: `netplan-swarm.macvlan.<name>` on the members that have a slice.
    static let sliceLabel = "netplan-swarm.macvlan."

    /// The labels of the swarm's members: those of the plan, and no slice's where there is none any more.
    mutating func compareLabels() {
        for wanted in wish.members {
            let members = state.members.filter { $0.hostname == wanted.hostname }
            if members.count > 1 {
                refuse(
                    Obstacle(
                        "the swarm has \(members.count) members called \(wanted.hostname)",
                        steps: members.map { "docker node rm \($0.id)        if it is the one that is gone" }))
            }
            guard let member = members.first else {
                if !wanted.labels.isEmpty {
                    remarks.append(
                        "\(wanted.hostname) is no member of the swarm: it gets its labels when it has joined and this runs again")
                }
                continue
            }
            var labels = wanted.labels.filter { member.labels[$0.key] != $0.value }.map {
                LabelChange.Label(key: $0.key, before: member.labels[$0.key], after: $0.value)
            }
            let kept = Set(wanted.labels.map(\.key))
            labels += member.labels.filter { !kept.contains($0.key) && isStale($0.key) }.map {
                LabelChange.Label(key: $0.key, before: $0.value, after: nil)
            }
            if !labels.isEmpty {
                labels.sort { $0.key < $1.key }
                changes.append(.labels(LabelChange(member: member.id, hostname: member.hostname, labels: labels)))
            }
        }
    }

    /// Whether a label leads tasks to a slice that there is not; a macvlan that stays, and is not in the plan, is another site's.
    private func isStale(_ key: String) -> Bool {
        guard key.hasPrefix(Self.sliceLabel) else { return false }
        let macvlan = String(key.dropFirst(Self.sliceLabel.count))
        let isForeign = state.networks(named: macvlan).contains { there in
            there.network.driver == "macvlan" && !isOurs(there)
        }
        return !isForeign
    }
}
