internal import NetPlan

extension StarterPlan {
    /// The plan as it is written, with a word on everything that a person will look for next.
    var text: String {
        let site = site?.description ?? "home"
        var text = TextBuffer()
        text.append(
            line: "# The network of the site '\(site)'. 'netplan-swarm validate' checks it, 'netplan-swarm show' shows every address,")
        text.append(line: "# and 'netplan-swarm generate' writes the files. Adding to it never renumbers what is here.")
        text.append(line: "version: 1")
        text.append(line: "site: \(site)")
        if (1...2).contains(nodes.count) {
            text.append(line: "ignore:")
            let count = nodes.count == 1 ? "one node" : "two nodes"
            text.append(
                line: "  - {rule: manager-count, reason: there is no more than \(count) yet}    # three managers survive the loss of one")
        }
        appendLAN(named: site, to: &text)
        let pools = pools
        if !pools.isEmpty {
            text.newline()
            text.append(line: "pools:                      # Docker's own networks: by default they would meet the LAN")
            for line in pools { text.append(line: line) }
        }
        appendNodes(to: &text)
        appendNetworks(to: &text)
        return String(text)
    }

    private func appendLAN(named name: String, to text: inout TextBuffer) {
        text.newline()
        text.append(line: "lans:                       # networks that the router owns")
        text.append(line: "  \(name):")
        if let subnet { text.append(line: "    subnet: \(subnet)") }
        if let gateway { text.append(line: "    gateway: \(gateway)") }
        if let range {
            text.append(line: "    dhcp:")
            text.append(line: "      ranges: [\(range.text)]    # lent to strangers: nobody here is given an address of it")
        }
        text.append(line: "    # reserved:             # kept by hand: nobody is given an address of it")
        text.append(line: "    #   - {range: \(example(3))-\(example(3, plus: 7)), note: switches}")
    }

    private func appendNodes(to text: inout TextBuffer) {
        text.newline()
        text.append(line: "nodes:                      # the members of the swarm")
        for (index, node) in nodes.enumerated() {
            let isManager = nodes.count > 2 ? index < 3 : index == 0
            text.append(line: "  \(node.name): {address: \(node.address?.description ?? "auto")\(isManager ? ", role: manager" : "")}")
        }
        text.newline()
        text.append(line: "# devices:                  # everything else with a fixed address")
        text.append(line: "#   printer: {address: \(example(5)), mac: \"00:11:22:33:44:55\"}")
    }

    private func appendNetworks(to text: inout TextBuffer) {
        text.newline()
        if let macvlan {
            text.append(line: "macvlans:                   # containers with addresses in the LAN: a slice of it for each node")
            text.append(line: "  \(macvlan): {nodes: [\(nodes.map(\.name.description).joined(separator: ", "))]}")
        } else {
            text.append(line: "# macvlans:                 # containers with addresses in the LAN: a slice of it for each node")
            text.append(line: "#   pihole: {nodes: [\(nodes.prefix(2).map(\.name.description).joined(separator: ", "))]}")
        }
        text.newline()
        text.append(
            line:
                "\(overlay == nil ? "# " : "")overlays:\(overlay == nil ? "" : "  ")                 # networks over all nodes: each gets a subnet of its own"
        )
        text.append(line: overlay.map { "  \($0): {}" } ?? "#   proxy: {}")
    }

    /// An address of the LAN for a comment: nobody's yet.
    private func example(_ sixteenths: Int, plus: Int = 0) -> String {
        guard let subnet else { return "auto" }
        return IPv4Address(bits: subnet.first.bits + UInt32(min(subnet.count / 16 * sixteenths + plus, subnet.count - 1))).description
    }
}
