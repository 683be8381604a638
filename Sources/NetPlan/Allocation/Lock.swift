/// The decisions that a plan left open, and the blocks that were freed: saved beside the plan, so that what was decided once stays.
public struct Lock: Sendable, Hashable {
    /// Whose decision an entry is, by the names that `--displace` takes.
    public enum Subject: Sendable, Hashable {
        /// A node or device: `ds3`.
        case address(String)
        /// A node's other LAN: `ds1`, `storage`.
        case attachment(String, lan: String)
        case overlay(String)
        /// The service, and the node: `pihole`, `ds1`.
        case service(String, node: String)
        /// The macvlan, and the node.
        case slice(String, node: String)

        /// What `--displace` calls it.
        public var name: String {
            switch self {
            case .address(let name), .overlay(let name): name
            case .attachment(let node, _): node
            case .service(let name, let node), .slice(let name, let node): "\(name)/\(node)"
            }
        }
    }

    /// A block that was somebody's, and is not handed out again before every never-used one is taken.
    public struct Freed: Sendable, Hashable {
        public let prefix: Prefix<IPv4Address>
        /// An overlay's or a slice's former owner.
        public let owner: Subject
    }

    public var site: HostName
    /// Single addresses: of nodes, devices and services.
    public var addresses: [Subject: IPv4Address] = [:]
    /// Overlays and slices.
    public var blocks: [Subject: Prefix<IPv4Address>] = [:]
    public var freed: Set<Freed> = []

    public init(site: HostName) { self.site = site }

    public var isEmpty: Bool { addresses.isEmpty && blocks.isEmpty && freed.isEmpty }

    /// A lock that was read, with the file and lines that it came from.
    public struct Saved: Sendable {
        public var lock: Lock
        let file: String
        var lines: [Subject: Int] = [:]

        /// Where a decision stands.
        public func place(of subject: Subject) -> Place {
            lines[subject].map { .mark(file: file, Mark(line: $0, column: 1)) } ?? .program
        }
    }
}
