/// What a person has allowed by name.
public struct DockerChoices: Sendable, Hashable {
    /// Networks that may be taken away and made again, with all that this breaks for a while: `--allow recreate:NAME`.
    public var recreate: Set<String>
    /// Networks that are as the plan wants them, and are to count as ours from now on: `--adopt NAME`.
    public var adopt: Set<String>
    /// The IDs of networks that were adopted before.
    public var adopted: Set<String>

    public init(recreate: Set<String> = [], adopt: Set<String> = [], adopted: Set<String> = []) {
        self.recreate = recreate
        self.adopt = adopt
        self.adopted = adopted
    }

    /// Whether nobody asked for anything.
    public var isEmpty: Bool { recreate.isEmpty && adopt.isEmpty && adopted.isEmpty }
}
