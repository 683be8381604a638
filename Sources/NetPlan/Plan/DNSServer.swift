/// A DNS server by its address, or by the name of who has one.
public enum DNSServer: Sendable, Hashable, Codable {
    case address(IPAddress)
    case node(Reference<Node>)
    case device(Reference<Device>)
    /// Every address of the service.
    case service(Reference<Service>)
}
