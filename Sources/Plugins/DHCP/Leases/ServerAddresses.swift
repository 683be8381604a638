internal import NetPlan

/// What the DNS servers of LANs and groups stand for, each looked up once: `Allocation` looks through all addresses for a name.
struct ServerAddresses {
    private let allocation: Allocation
    private var known: [DNSServer: [IPv4Address]] = [:]

    init(_ allocation: Allocation) { self.allocation = allocation }

    /// The IPv4 addresses of the servers in their order, none twice: DHCPv4 carries no others (RFC 2132, 3.8).
    subscript(_ servers: [Listed<DNSServer>]) -> [IPv4Address] {
        mutating get {
            var addresses: [IPv4Address] = []
            for server in servers {
                for address in find(server.value) where !addresses.contains(address) { addresses.append(address) }
            }
            return addresses
        }
    }

    private mutating func find(_ server: DNSServer) -> [IPv4Address] {
        if let addresses = known[server] { return addresses }
        let addresses = allocation.addresses(of: server).compactMap(\.v4)
        known[server] = addresses
        return addresses
    }
}
