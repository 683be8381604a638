extension Lock {
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
}

extension Lock.Subject: Comparable {
    /// As their lines are sorted, but for an address and an attachment of one node.
    public static func < (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.address(let a), .address(let b)), (.overlay(let a), .overlay(let b)): a < b
        case (.address(let a), .attachment(let b, _)): a <= b
        case (.attachment(let a, _), .address(let b)): a < b
        case (.attachment(let a, let x), .attachment(let b, let y)), (.service(let a, let x), .service(let b, let y)),
            (.slice(let a, let x), .slice(let b, let y)):
            (a, x) < (b, y)
        default: a.rank < b.rank
        }
    }

    private var rank: Int {
        switch self {
        case .address, .attachment: 0
        case .overlay: 1
        case .service: 2
        case .slice: 3
        }
    }

    /// Whether it owns a block, not a single address.
    var ownsBlock: Bool {
        switch self {
        case .overlay, .slice: true
        case .address, .attachment, .service: false
        }
    }
}
