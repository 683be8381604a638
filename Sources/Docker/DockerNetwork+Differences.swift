internal import NetPlan

extension DockerNetwork {
    /// One thing in which the network that is there is not the one that is wanted.
    ///
    ///     ip-range: 192.168.0.240/30, and the plan wants 192.168.0.252/30
    public struct Difference: Sendable, Hashable {
        /// As `docker network create` calls it: "subnet", "ip-range", "opt parent".
        public let field: String
        /// Nil where there is nothing of it.
        public let has: String?
        public let wants: String?
    }

    /// Where this network, which is there, is not as wanted; nothing where both work alike.
    ///
    /// Compared is what they mean: `192.168.0.250/30` is `192.168.0.248/30`, null is an empty list, an option at Docker's default is none,
    /// names of held-back addresses don't matter, and labels make no difference to anybody's packets.
    public func differences(from wanted: DockerNetwork) -> [Difference] {
        if isUnallocated, !wanted.isUnallocated {
            return [Difference(field: "subnet", has: nil, wants: wanted.pools.map(\.subnet).joined(separator: " "))]
        }
        if isConfigOnly, pools.isEmpty, !wanted.pools.isEmpty {
            return [Difference(field: "it shows no subnet, as no config-only network does from Docker 29 on", has: nil, wants: nil)]
        }
        let (has, wants) = (facts(against: wanted), wanted.facts(against: nil))
        let fields = (wants + has).map(\.field).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return fields.compactMap { field in
            let (has, wants) = (Self.value(of: field, in: has), Self.value(of: field, in: wants))
            return has == wants ? nil : Difference(field: field, has: has, wants: wants)
        }
    }

    private typealias Fact = (field: String, value: String)

    private static func value(of field: String, in facts: [Fact]) -> String? {
        let values = facts.filter { $0.field == field }.map(\.value).sorted()
        return values.isEmpty ? nil : values.joined(separator: " ")
    }

    /// What makes a difference, each value in one spelling; against what was wanted, without what nobody asked for.
    private func facts(against wanted: DockerNetwork?) -> [Fact] {
        var facts: [Fact] = isConfigOnly ? [("config-only", "true")] : [("driver", driver)]
        facts.append(("scope", isSwarmWide ? "swarm" : "local"))
        // Of one node's network it says nothing: every container may join.
        if isSwarmWide, isAttachable { facts.append(("attachable", "true")) }
        if isInternal { facts.append(("internal", "true")) }
        if hasIPv6 { facts.append(("ipv6", "true")) }
        if !hasIPv4 { facts.append(("ipv4", "false")) }
        // What stands below it is a node's copy of its own settings, there or not.
        if let configFrom { return facts + [("config-from", configFrom)] }
        if addressDriver != "default" { facts.append(("ipam-driver", addressDriver)) }
        facts += addressOptions.map { ("ipam-opt \($0.key)", $0.value) }
        // Where nobody asked for a gateway, Docker takes the first address, and in some releases shows it.
        let isAsked = wanted?.pools.contains { $0.gateway != nil } ?? true
        for pool in pools { facts += pool.facts(withFirstHost: isAsked) }
        facts += options.filter { !Self.isDefault($0.key, $0.value) }.map { ("opt \($0.key)", $0.value) }
        return facts
    }

    /// Options that Docker adds by itself, or that say what it does anyhow.
    private static func isDefault(_ key: String, _ value: String) -> Bool {
        switch key {
        case "com.docker.network.driver.overlay.vxlanid_list": true
        case "macvlan_mode": value == "bridge"
        case "com.docker.network.driver.mtu": value == "1500"
        default: false
        }
    }
}

extension DockerNetwork.Pool {
    /// Without a gateway that is the first host of the subnet, unless that makes a difference.
    fileprivate func facts(withFirstHost isAsked: Bool) -> [(field: String, value: String)] {
        var facts = [("subnet", Self.network(subnet))]
        if let range { facts.append(("ip-range", Self.network(range))) }
        if let gateway, isAsked || Self.address(gateway) != Self.firstHost(of: subnet) { facts.append(("gateway", Self.address(gateway))) }
        return facts + reserved.values.map { ("aux-address", Self.address($0)) }
    }

    /// The network that the text is in; the text itself where it is no IPv4 network.
    private static func network(_ text: String) -> String { written(text)?.prefix.description ?? text.lowercased() }

    /// Without the length that Docker puts behind some addresses.
    private static func address(_ text: String) -> String { String(text.prefix { $0 != "/" }).lowercased() }

    private static func firstHost(of subnet: String) -> String? {
        guard let prefix = written(subnet)?.prefix, prefix.length < 31 else { return nil }
        return IPv4Address(bits: prefix.first.bits + 1).description
    }

    private static func written(_ text: String) -> Prefix<IPv4Address>.Written? {
        var text = text
        return text.withUTF8 { bytes in try? Prefix<IPv4Address>.parse(bytes.span) }
    }
}
