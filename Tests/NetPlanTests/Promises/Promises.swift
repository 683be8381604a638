import NetPlan
import Testing

/// What a DHCP server's file promises to whom, in words that all servers share: read back from the file by nobody who wrote it.
struct Promises: Equatable {
    /// The addresses that strangers may get, by subnet and the start of their MAC; "" for those whom no class knows.
    var pools: [String: [String]] = [:]
    /// What each subnet's machines are told.
    var subnets: [String: [String: String]] = [:]
    /// What each known machine is told: by its MAC, with its address.
    var hosts: [String: [String: String]] = [:]

    /// Adds a range to a pool, as its first and last address.
    mutating func lend(_ first: String, _ last: String, of subnet: String, to class: String) {
        pools["\(subnet) \(`class`)", default: []].append("\(first)-\(last)")
    }

    /// The subnet that an address lies in.
    func subnet(of address: String) -> String? {
        guard let address = IPv4Address(address) else { return nil }
        return subnets.keys.first { Prefix<IPv4Address>($0)?.contains(address) ?? false }
    }

    /// A host is told what its subnet is, where nothing else is said of it.
    mutating func know(_ mac: String, _ own: [String: String]) {
        hosts[mac] = (own["address"].flatMap(subnet).flatMap { subnets[$0] } ?? [:]).merging(own) { $1 }
    }

    /// Pools are compared without the order of their ranges.
    var sorted: Promises {
        var promises = self
        promises.pools = pools.mapValues { $0.sorted() }
        return promises
    }
}
