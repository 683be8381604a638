internal import Docker

/// A member of the swarm in `GET /nodes`.
struct MemberForm: Decodable {
    let id: String
    let version: Version
    let description: Description?
    /// All of it, also what no release has yet: it is given back whole, as `POST /nodes/{id}/update` wants it.
    var specification: JSONValue

    struct Version: Decodable {
        let index: UInt64

        enum CodingKeys: String, CodingKey { case index = "Index" }
    }

    struct Description: Decodable {
        let hostname: String?

        enum CodingKeys: String, CodingKey { case hostname = "Hostname" }
    }

    enum CodingKeys: String, CodingKey {
        case id = "ID"
        case version = "Version"
        case description = "Description"
        case specification = "Spec"
    }

    var labels: [String: String] {
        get { (specification["Labels"]?.object ?? [:]).compactMapValues(\.text) }
        set { specification["Labels"] = .object(newValue.mapValues(JSONValue.text)) }
    }

    var member: EngineState.Member { EngineState.Member(id: id, hostname: description?.hostname ?? "", labels: labels) }
}
