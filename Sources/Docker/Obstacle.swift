/// Why nothing can be made, and what to do about it.
///
///     network pihole-config has to be made again, and container web is on it
///         docker rm --force web
public struct Obstacle: Sendable, Hashable {
    /// Without a full stop.
    public let sentence: String
    /// In the order in which they are done.
    public let steps: [String]

    public init(_ sentence: String, steps: [String]) {
        self.sentence = sentence.printable
        self.steps = steps.map(\.printable)
    }

    /// The sentence, and a line for each step.
    public var text: String { ([sentence] + steps.map { "    \($0)" }).joined(separator: "\n") }
}
