internal import Docker

/// A container in `GET /containers/json`.
struct ContainerForm: Decodable {
    let id: String
    let names: [String]?
    let state: String?
    let labels: [String: String]?
    let settings: Settings?

    struct Settings: Decodable {
        let networks: [String: Endpoint?]?

        enum CodingKeys: String, CodingKey { case networks = "Networks" }
    }

    struct Endpoint: Decodable {
        let network: String?

        enum CodingKeys: String, CodingKey { case network = "NetworkID" }
    }

    enum CodingKeys: String, CodingKey {
        case id = "Id"
        case names = "Names"
        case state = "State"
        case labels = "Labels"
        case settings = "NetworkSettings"
    }

    /// What it is for a network; nil where it has nothing to do with it.
    ///
    /// A swarm's container stands for its service, and is nobody's once it has ended: the swarm makes a new one.
    func attached(to network: String, _ networkID: String, by name: String?) -> Attached? {
        let isOn = (settings?.networks ?? [:]).contains { key, endpoint in
            // One that was never started may know its network by name alone.
            let known = endpoint?.network?.filled
            return known == networkID || known == nil && key == network
        }
        guard isOn else { return nil }
        let isStopped = ["created", "exited", "dead"].contains(state ?? "")
        if labels?["com.docker.swarm.task.id"] != nil, isStopped { return nil }
        if let service = labels?["com.docker.swarm.service.name"]?.filled { return Attached(.service, service, by: name) }
        let own = names?.first.map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 } ?? String(id.prefix(12))
        return Attached(isStopped ? .stoppedContainer : .container, own, by: name)
    }
}
