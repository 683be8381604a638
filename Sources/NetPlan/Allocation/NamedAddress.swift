/// An address with every host name that stands for it.
public struct NamedAddress: Sendable, Hashable {
    public let address: IPAddress
    /// The canonical name first; no name twice.
    public private(set) var names: [String] = []

    init(_ address: IPAddress) {
        self.address = address
        // The qualified and the short one, for most.
        names.reserveCapacity(2)
    }

    /// The names again, once there are so many that looking through them takes long: all services of a site may point to one VIP.
    private var known: Set<String> = []

    mutating func add(_ name: String) {
        if names.count < 16 {
            if !names.contains(name) { names.append(name) }
            return
        }
        if known.isEmpty { known = Set(names) }
        if known.insert(name).inserted { names.append(name) }
    }

    /// The qualified name, then the short one.
    mutating func add(_ name: HostName, in domain: HostName) {
        add(name.qualified(by: domain).description)
        add(name.short)
    }
}
