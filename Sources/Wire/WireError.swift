/// Why bytes are not the JSON that they should be.
public struct WireError: Error, Sendable, Hashable {
    /// Half a sentence that continues "out/manifest.json can't be used: ".
    public let reason: String
}
