/// A service in `GET /services`.
struct ServiceForm: Decodable {
    let specification: Specification

    struct Specification: Decodable {
        let name: String
        let template: Template?
        /// Where Docker 1.12 had them.
        let networks: [Target]?

        enum CodingKeys: String, CodingKey {
            case name = "Name"
            case template = "TaskTemplate"
            case networks = "Networks"
        }
    }

    struct Template: Decodable {
        let networks: [Target]?

        enum CodingKeys: String, CodingKey { case networks = "Networks" }
    }

    struct Target: Decodable {
        let network: String?

        enum CodingKeys: String, CodingKey { case network = "Target" }
    }

    enum CodingKeys: String, CodingKey { case specification = "Spec" }

    /// Whether its tasks run in a network, which it may name either way.
    func uses(_ id: String, _ name: String) -> Bool {
        let targets = (specification.template?.networks ?? []) + (specification.networks ?? [])
        return targets.contains { $0.network == id || $0.network == name }
    }
}
