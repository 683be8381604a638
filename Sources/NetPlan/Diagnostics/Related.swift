/// Another place that a diagnostic is about.
public struct Related: Sendable, Hashable {
    public let message: String
    public let place: Place

    public init(_ message: String, at place: Place) {
        self.message = message
        self.place = place
    }
}
