/// Strangers that are known by the start of their MAC, with a range of their own.
public struct DHCPClass: Sendable, Hashable, Codable {
    public var name: Identifier
    public var lan: Reference<LAN>?
    public var macPrefix: MACPrefix?
    public var range: AddressRange<IPv4Address>?

    public init(name: Identifier) { self.name = name }

    public var path: PlanPath { PlanPath("dhcp", "classes")[name] }
}
