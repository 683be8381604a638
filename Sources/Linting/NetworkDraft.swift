internal import NetPlan

/// The settings of one network as words, gathered before anything is read: a name or a driver may stand behind a subnet.
struct NetworkDraft {
    var name: Word?
    var driver: Word?
    var subnets: [Word] = []
    var gateways: [Word] = []
    var ranges: [Word] = []
    var auxiliary: [Word] = []
    var parent: Word?
    /// `ipvlan_mode`, where it is none of a LAN's own.
    var isRouted = false
    var scope: Word?
    var configFrom: Word?
    var isConfigOnly = false
    var isInternal = false
    var isIngress = false
    /// What stands for it where it has no name.
    var mark: Mark
    /// Whether there may be more of it than is written.
    var isOpen = false

    /// Whether it stands in a sentence.
    var isFragment = false

    init(at mark: Mark) { self.mark = mark }

    /// The network that it says.
    func network(from origin: PastedNetwork.Origin, in text: Int, _ values: ValueReader, reporting problems: inout Diagnostics)
        -> PastedNetwork
    {
        var network = PastedNetwork(
            Placed(name?.shown ?? "(without a name)", at: .mark(file: values.file, name?.mark ?? mark)), from: origin, text: text)
        network.isConfigOnly = isConfigOnly
        network.isInternal = isInternal
        network.isIngress = isIngress
        network.hasUnknown = isOpen
        network.isFragment = isFragment
        network.parent = parent.map { Placed($0.shown, at: values.place($0)) }
        network.configFrom = configFrom.map { Placed($0.shown, at: values.place($0)) }
        if let scope, scope.shown == "swarm" { network.swarmScope = values.place(scope) }
        network.driver = driverOf(network, values, reporting: &problems)
        let noun = "\(name.map { "network \($0.shown)" } ?? "a network without a name")"
        for word in subnets {
            if word.isV6 {
                let prefix = values.prefix(word, IPv6Address.self, "the subnet of \(noun)", reporting: &problems)
                if let prefix { network.subnets6.append(prefix) }
            } else if let prefix = values.prefix(word, IPv4Address.self, "the subnet of \(noun)", reporting: &problems) {
                network.subnets.append(PastedNetwork.Subnet(prefix))
            } else {
                network.hasUnknown = true
            }
        }
        addRanges(to: &network, noun, values, reporting: &problems)
        addAddresses(to: &network, noun, values, reporting: &problems)
        return network
    }

    /// Only of what Docker itself brings is anything known.
    private func driverOf(_ network: PastedNetwork, _ values: ValueReader, reporting problems: inout Diagnostics) -> PastedNetwork.Driver {
        // The settings of a macvlan on one node: no other kind needs a parent.
        if isConfigOnly { return parent == nil || isRouted ? .other : .macvlan }
        guard let driver else { return .bridge }
        if !driver.text.allSatisfy({ $0.isLetter || $0.isDigit || "-_./:".utf8.contains($0) }) {
            _ = values.known(driver, "the driver of network \(network.name.value)", reporting: &problems)
            return .other
        }
        let known: [String: PastedNetwork.Driver] = [
            "overlay": .overlay, "macvlan": .macvlan, "ipvlan": isRouted ? .other : .ipvlan, "bridge": .bridge,
        ]
        return known[driver.shown] ?? .other
    }

    private func addRanges(to network: inout PastedNetwork, _ noun: String, _ values: ValueReader, reporting problems: inout Diagnostics) {
        for word in ranges where !word.isV6 {
            guard let range = values.prefix(word, IPv4Address.self, "the range of \(noun)", reporting: &problems) else {
                network.hasUnknown = true
                continue
            }
            let index = network.subnets.firstIndex { $0.prefix.value.overlaps(range.value) } ?? network.subnets.indices.first
            if let index { network.subnets[index].range = range }
        }
    }

    private func addAddresses(to network: inout PastedNetwork, _ noun: String, _ values: ValueReader, reporting problems: inout Diagnostics)
    {
        for (words, what) in [(gateways, "the gateway"), (auxiliary, "an auxiliary address")] {
            for word in words where !word.isV6 && !word.text.isEmpty {
                guard let address = values.address(word, "\(what) of \(noun)", reporting: &problems) else {
                    network.hasUnknown = true
                    continue
                }
                let index = network.subnets.firstIndex { $0.prefix.value.contains(address.value) } ?? network.subnets.indices.first
                guard let index else { continue }
                if what == "the gateway" {
                    network.subnets[index].gateway = address
                } else {
                    network.subnets[index].auxiliary.append(address)
                }
            }
        }
    }
}
