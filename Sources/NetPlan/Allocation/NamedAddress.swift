/// An address with every host name that stands for it.
public struct NamedAddress: Sendable, Hashable {
    public let address: IPAddress
    /// The canonical name first; no name twice.
    public private(set) var names: [String] = []

    init(_ address: IPAddress) { self.address = address }

    mutating func add(_ name: String) {
        if !names.contains(name) { names.append(name) }
    }

    /// The qualified name, then the short one.
    mutating func add(_ name: HostName, in domain: HostName) {
        add(name.qualified(by: domain).description)
        add(name.short)
    }
}
