/// What a person has allowed by name.
public struct DockerChoices: Sendable, Hashable {
    /// Networks that are as the plan wants them, and are to count as ours from now on: `--adopt NAME`.
    public var adopt: Set<String>
    /// The IDs of networks that were adopted before.
    public var adopted: Set<String>

    public init(adopt: Set<String> = [], adopted: Set<String> = []) {
        self.adopt = adopt
        self.adopted = adopted
    }

    /// Whether nobody asked for anything.
    public var isEmpty: Bool { adopt.isEmpty && adopted.isEmpty }
}
