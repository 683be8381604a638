/// The decisions that a plan left open, and the blocks that were freed: saved beside the plan, so that what was decided once stays.
public struct Lock: Sendable, Hashable {
    /// A block that was somebody's, and is not handed out again before every never-used one is taken.
    public struct Freed: Sendable, Hashable {
        public let prefix: Prefix<IPv4Address>
        /// An overlay's or a slice's former owner.
        public let owner: Subject
    }

    public var site: HostName
    /// Single addresses: of nodes, devices and services.
    public internal(set) var addresses = Decisions<IPv4Address>()
    /// Overlays and slices.
    public var blocks: [Subject: Prefix<IPv4Address>] = [:]
    public var freed: Set<Freed> = []

    public init(site: HostName) { self.site = site }

    public var isEmpty: Bool { addresses.entries.isEmpty && blocks.isEmpty && freed.isEmpty }

    /// A lock that was read, with the file and lines that it came from.
    public struct Saved: Sendable {
        public var lock: Lock
        let file: String
        var lines = Decisions<Int>()

        /// Where a decision stands.
        public func place(of subject: Subject) -> Place {
            lines[subject].map { .mark(file: file, Mark(line: $0, column: 1)) } ?? .program
        }
    }
}
