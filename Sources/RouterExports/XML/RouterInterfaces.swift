internal import NetPlan
internal import XML

/// The interfaces of OPNsense and pfSense, by the key that their servers name them by: `lan`, `opt1`.
struct RouterInterfaces {
    struct Interface {
        let address: IPv4Address
        let network: Prefix<IPv4Address>
        let line: Int
    }

    private var interfaces: [String: Interface] = [:]
    /// Whether the file is a whole backup: a piece of one has no interfaces, and says less about what is switched on.
    let isWhole: Bool

    init(of root: XMLElement) {
        isWhole = root.child("interfaces") != nil
        for interface in root.child("interfaces")?.children ?? [] {
            guard let text = interface.value("ipaddr"), let address = IPv4Address(text),
                let network = ExportValue.network(text, interface.value("subnet") ?? "")
            else { continue }
            interfaces[interface.name] = Interface(address: address, network: network, line: interface.line(of: "ipaddr"))
        }
    }

    subscript(_ name: String) -> Interface? { interfaces[name] }

    /// The networks, whether they are served or not: a LAN that the router stands in is no LAN that the file does not know.
    func add(to draft: inout ExportDraft) {
        for interface in interfaces.values.sorted(by: { $0.line < $1.line }) {
            // Not what it has from its provider.
            if interface.network.length < 32 { draft.configuration.networks.append(.init(interface.network, line: interface.line)) }
        }
    }
}
