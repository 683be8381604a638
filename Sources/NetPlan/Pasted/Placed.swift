/// A value, and where it was written.
public struct Placed<Value: Sendable>: Sendable {
    public let value: Value
    public let place: Place

    public init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }
}
