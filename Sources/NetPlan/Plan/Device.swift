/// Anything else with a fixed address.
public struct Device: Sendable, Hashable, Codable {
    public var name: HostName
    public var address: Decision<IPv4Address>?
    public var mac: MACAddress?
    public var lan: Reference<LAN>?
    public var aliases: [HostName] = []

    public init(name: HostName) { self.name = name }

    public var path: PlanPath { PlanPath("devices")[name] }
}
