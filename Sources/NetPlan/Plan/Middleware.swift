/// A Traefik middleware: a bare name is ours, `name@provider` is somebody else's.
public struct Middleware: Sendable, Hashable, Codable {
    public let name: String
    public let provider: String?

    public init(name: String, provider: String? = nil) {
        self.name = name
        self.provider = provider
    }
}
