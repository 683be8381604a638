extension Block {
    /// What a piece of text is, by its content: names and languages of code blocks say too little.
    enum Kind: Equatable {
        case compose, inspection, leases
        /// A configuration or program that makes networks in words that are not read.
        case foreign(String)
        /// Anything else: there may be commands in it.
        case shell
    }

    var kind: Kind {
        let first = lines.lazy.compactMap { trimmed($0).first }.first
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            if holds("\"IPAM\"") || holds("\"Scope\"") { return .inspection }
            if holds("\"Dhcp4\"") || holds("\"subnet4\"") { return .foreign("a configuration of Kea") }
        }
        if isLeases { return .leases }
        if ["version:", "site:", "nodes:"].allSatisfy({ key in lines.contains { bytes(of: $0).has(prefix: key) } }) {
            return .foreign("a plan, for 'netplan-swarm validate'")
        }
        if isCompose { return .compose }
        if holds("docker_network"), holds("subnet") { return .foreign("a network of Ansible, Terraform or Puppet") }
        if holds("networks.create("), holds("subnet") { return .foreign("a network that a program makes") }
        return .shell
    }

    private func holds(_ word: String) -> Bool { lines.contains { bytes(of: $0).holds(word) } }

    /// `networks:` or `services:` at the left edge.
    private var isCompose: Bool {
        lines.contains { line in
            let bytes = bytes(of: line)
            guard ["networks:", "services:"].contains(where: { bytes.has(prefix: $0) }) else { return false }
            let rest = bytes.dropFirst(9).trimmed
            return rest.isEmpty || rest.first == UInt8(ascii: "#") || rest.first == UInt8(ascii: "{")
        }
    }

    /// A statement that only dhcpd has, among lines that mostly end as its statements do.
    private var isLeases: Bool {
        var (ended, all, isSure) = (0, 0, false)
        for line in lines {
            let bytes = trimmed(line)
            guard let first = bytes.first, first != UInt8(ascii: "#") else { continue }
            all += 1
            let code = bytes.contains(UInt8(ascii: "#")) ? bytes.prefix { $0 != UInt8(ascii: "#") }.trimmed : bytes
            if [";", "{", "}", ","].contains(where: { code.has(suffix: $0) }) { ended += 1 } else { continue }
            if isSure { continue }
            isSure =
                ["fixed-address ", "hardware ethernet ", "range ", "option routers ", "option domain-name-servers ", "shared-network "]
                .contains { code.has(prefix: $0) || code.holds(" \($0)") || code.holds("{\($0)") }
                || (code.has(prefix: "subnet ") && code.holds(" netmask "))
        }
        return isSure && ended * 3 >= all * 2
    }
}
