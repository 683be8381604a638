/// A file, and a place in it.
public struct Location: Sendable, Hashable {
    public let file: String
    public let mark: Mark
}
