internal import Docker

/// A network as Docker writes and reads it in JSON. What is null, left out or empty is the same.
struct NetworkForm: Codable {
    var id: String?
    var name: String
    var driver: String?
    var scope: String?
    var isInternal: Bool?
    var isAttachable: Bool?
    var isConfigOnly: Bool?
    var configFrom: Source?
    var hasIPv4: Bool?
    var hasIPv6: Bool?
    var addresses: Addresses?
    var options: [String: String]?
    var labels: [String: String]?
    /// Told when one is made, and never read: before Docker 25 two could have one name.
    var checksDuplicate: Bool?

    struct Source: Codable {
        var name: String?

        enum CodingKeys: String, CodingKey { case name = "Network" }
    }

    struct Addresses: Codable {
        var driver: String?
        var options: [String: String]?
        var pools: [Pool]?

        enum CodingKeys: String, CodingKey {
            case driver = "Driver"
            case options = "Options"
            case pools = "Config"
        }
    }

    struct Pool: Codable {
        var subnet: String?
        var range: String?
        var gateway: String?
        var reserved: [String: String]?

        enum CodingKeys: String, CodingKey {
            case subnet = "Subnet"
            case range = "IPRange"
            case gateway = "Gateway"
            case reserved = "AuxiliaryAddresses"
        }
    }

    enum CodingKeys: String, CodingKey {
        case id = "Id"
        case name = "Name"
        case driver = "Driver"
        case scope = "Scope"
        case isInternal = "Internal"
        case isAttachable = "Attachable"
        case isConfigOnly = "ConfigOnly"
        case configFrom = "ConfigFrom"
        case hasIPv4 = "EnableIPv4"
        case hasIPv6 = "EnableIPv6"
        case addresses = "IPAM"
        case options = "Options"
        case labels = "Labels"
        case checksDuplicate = "CheckDuplicate"
    }

    /// What makes that network.
    init(_ network: DockerNetwork) {
        name = network.name
        checksDuplicate = true
        // Of one engine it is unless it is said otherwise, and settings alone may say nothing of it.
        if network.isSwarmWide { scope = "swarm" }
        if network.isConfigOnly { isConfigOnly = true } else { driver = network.driver }
        if network.isInternal { isInternal = true }
        if network.isAttachable { isAttachable = true }
        // Docker refuses settings beside the network that they come from.
        if let source = network.configFrom {
            configFrom = Source(name: source)
            return
        }
        if !network.hasIPv4 { hasIPv4 = false }
        if network.hasIPv6 { hasIPv6 = true }
        addresses = Addresses(driver: network.addressDriver, options: network.addressOptions, pools: network.pools.map(Pool.init))
        options = network.options
        labels = network.labels
    }

    /// What an engine says of one that it has.
    var network: DockerNetwork {
        var network = DockerNetwork(name: name, driver: driver ?? "")
        network.isSwarmWide = scope == "swarm"
        network.isInternal = isInternal ?? false
        network.isAttachable = isAttachable ?? false
        network.isConfigOnly = isConfigOnly ?? false
        network.configFrom = configFrom?.name?.filled
        network.hasIPv4 = hasIPv4 ?? true
        network.hasIPv6 = hasIPv6 ?? false
        network.addressDriver = addresses?.driver?.filled ?? "default"
        network.addressOptions = addresses?.options ?? [:]
        network.pools = (addresses?.pools ?? []).map(\.pool)
        network.options = options ?? [:]
        network.labels = labels ?? [:]
        network.readLabel()
        return network
    }
}

extension NetworkForm.Pool {
    init(_ pool: DockerNetwork.Pool) {
        subnet = pool.subnet
        range = pool.range
        gateway = pool.gateway
        reserved = pool.reserved.isEmpty ? nil : pool.reserved
    }

    var pool: DockerNetwork.Pool {
        DockerNetwork.Pool(subnet: subnet ?? "", range: range?.filled, gateway: gateway?.filled, reserved: reserved ?? [:])
    }
}

extension String {
    /// Nil where there is nothing in it.
    var filled: String? { isEmpty ? nil : self }
}
