internal import FoundationEssentials
internal import Glibc

extension Engine {
    /// Where Docker itself puts it.
    public static let usualPath = "/var/run/docker.sock"

    /// The engine of this machine: `DOCKER_HOST`, else the context that `docker context use` chose, else the usual socket.
    ///
    /// Fails where one of them leads to another machine: a network belongs to the node whose interfaces it names.
    public static func here() throws(Failure) -> Engine { try Engine(at: socketPath(environment: variable)) }

    private static func variable(_ name: String) -> String? { Glibc.getenv(name).map { String(cString: $0) } }

    /// The path of the socket that these variables lead to.
    static func socketPath(environment: (String) -> String?) throws(Failure) -> String {
        // An empty variable is none, as for Docker's own client.
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        if let host = value("DOCKER_HOST") { return try path(of: host, from: "DOCKER_HOST") }
        guard let folder = value("DOCKER_CONFIG") ?? value("HOME").map({ $0 + "/.docker" }) else { return usualPath }
        let context: String
        if let name = value("DOCKER_CONTEXT") {
            context = name
        } else {
            // One that can't be read, or is none, says nothing: Docker's own client goes on as well.
            guard let bytes = (try? PlanSource.readIfThere("\(folder)/config.json", limit: 1 << 20)).flatMap(\.self),
                let form = try? JSONDecoder().decode(ConfigForm.self, from: Data(bytes)), let name = form.currentContext
            else { return usualPath }
            context = name
        }
        if context.isEmpty || context == "default" { return usualPath }
        let meta = "\(folder)/contexts/meta/\(Digest.sha256(Array(context.utf8)))/meta.json"
        guard let bytes = try PlanSource.readIfThere(meta, limit: 1 << 20),
            let form = try? JSONDecoder().decode(ContextForm.self, from: Data(bytes)), let host = form.endpoints["docker"]?.host
        else { throw Failure("Docker's context '\(context)' is not there, or says no host: look at 'docker context ls'") }
        return try path(of: host, from: "Docker's context '\(context)'")
    }

    private static func path(of host: String, from source: String) throws(Failure) -> String {
        guard host.hasPrefix("unix://"), host.utf8.count > "unix://".utf8.count else {
            throw Failure(
                "\(source) leads to '\(host)', and a node's networks are made on the node itself, through a socket as unix://\(usualPath): unset it, or run it on that node"
            )
        }
        return String(host.dropFirst("unix://".count))
    }

    /// `config.json`
    private struct ConfigForm: Decodable { let currentContext: String? }

    /// `contexts/meta/…/meta.json`
    private struct ContextForm: Decodable {
        let endpoints: [String: EndpointForm]

        enum CodingKeys: String, CodingKey { case endpoints = "Endpoints" }
    }

    private struct EndpointForm: Decodable {
        let host: String?

        enum CodingKeys: String, CodingKey { case host = "Host" }
    }
}
