extension SubnetOverlapRule.Collision {
    /// What mends it. Docker's own networks are the site's to move, and where else they must be changed then.
    func help(with spare: @autoclosure () -> SpareBlocks) -> String {
        if moving.role == .overlay {
            return "take 'subnet' out of \(moving.name), and a free one is found: Docker accepts this one, and fails later without a word"
        }
        let ours = [later, first].first { ![.lan, .external].contains($0.role) }
        guard let ours else { return "give one of the two another subnet: no router can tell them apart" }
        let other = later.name == ours.name ? first : later
        let choice = "give \(other.name) another subnet; or write pools: "
        switch ours.role {
        case .lan, .external, .overlay, .spokenOf, .local: return "give \(other.name) another subnet"
        case .pool:
            return "write base: \(spare().block(from: 210)) for Docker's pool, and the same as default-address-pools in each daemon.json"
        case .docker0:
            let block = Prefix(around: spare().block(from: 220).first, length: 24)
            return choice + "{docker0: \(block)}, and \"bip\": \"\(block.first.next ?? block.first)/24\" in each daemon.json"
        case .gwbridge:
            let block = Prefix(around: spare().block(from: 221).first, length: 24)
            return choice + "{gwbridge: \(block)}, and make docker_gwbridge with it on each node, before that joins the swarm"
        case .ingress:
            let block = Prefix(around: spare().block(from: 222).first, length: 24)
            return choice + "{ingress: \(block)}, and make the swarm's ingress network anew with it"
        }
    }
}
