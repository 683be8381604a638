internal import NetPlan

/// The nodes that a DHCP server is installed on, as the LANs see them that it serves: in each of them one node should hear who asks.
struct ServerNodes {
    /// What the server is called in a sentence.
    private let name: String
    private let plan: Plan
    /// Where the plan says it.
    private let place: Place
    private let nodes: [Reference<Node>]
    /// By LAN those that have an address in it.
    private let listeners: [Reference<LAN>: [Reference<Node>]]
    /// By LAN the first node of the plan that has an address in it, be the server on it or not.
    private let residents: [Reference<LAN>: Reference<Node>]

    /// Nil where the plan does not say which nodes they are.
    init?(of name: String, by emitter: String, _ placement: Placement, in plan: Plan) {
        guard let on = placement.on else { return nil }
        self.name = name
        self.plan = plan
        place = .value(PlanPath("outputs", emitter)["on"])
        var nodes: [Reference<Node>] = []
        var listeners: [Reference<LAN>: [Reference<Node>]] = [:]
        var residents: [Reference<LAN>: Reference<Node>] = [:]
        for node in plan.nodes.references {
            let isOn = on.contains(plan[node])
            if isOn { nodes.append(node) }
            for lan in Set([plan[node].lan].compactMap(\.self) + plan[node].also.map(\.lan)) {
                if isOn { listeners[lan, default: []].append(node) }
                if residents[lan] == nil { residents[lan] = node }
            }
        }
        self.nodes = nodes
        self.listeners = listeners
        self.residents = residents
    }

    /// Reports LANs that several nodes would lease, each for itself, and nodes that no client reaches. Where the server has names to
    /// tell too, a node that hears no client is not there in vain.
    func check(_ subnets: [LeasePlan.Subnet], hasNames: Bool, reporting problems: inout Diagnostics) {
        let heard = subnets.compactMap { listeners[$0.lan] }
        let ears: [Reference<Node>: Int] = heard.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let deaf = hasNames ? [] : nodes.filter { ears[$0] == nil }
        for subnet in subnets {
            let here = listeners[subnet.lan] ?? []
            reportAbsence(of: here.isEmpty ? nodes : deaf, from: subnet, &problems)
            let lent = lent(in: subnet)
            guard here.count > 1, !lent.isEmpty, let one = here.first(where: { ears[$0] == heard.count }) ?? here.first else { continue }
            problems.report(
                .serverWithoutLAN, .warning, at: place,
                "\(name) on \(names(of: here)) would each lease \(Self.few(lent, word: \.text)) without knowing of the \(here.count > 2 ? "others'" : "other's") leases",
                help: "name one node, as on: [\(plan[one].name)]")
        }
    }

    private func reportAbsence(of absent: [Reference<Node>], from subnet: LeasePlan.Subnet, _ problems: inout Diagnostics) {
        guard let first = absent.first else { return }
        let present = listeners[subnet.lan]?.first ?? residents[subnet.lan]
        let also = "\(plan[first].path["also"][plan[subnet.lan].name])"
        problems.report(
            .serverWithoutLAN, .warning, at: place,
            "\(names(of: absent)) \(absent.count > 1 ? "have" : "has") no address in LAN \(subnet.name): \(name) there hears nobody of it",
            help: present.map { "name a node that has one, as on: [\(plan[$0].name)], or write \(also)" } ?? "write \(also)")
    }

    /// What strangers get, as the plan has it. Machines that the server knows get the same from whichever node.
    private func lent(in subnet: LeasePlan.Subnet) -> [AddressRange<IPv4Address>] {
        subnet.ranges.isEmpty ? subnet.classes.flatMap(\.ranges) : plan[subnet.lan].ranges.map(\.value)
    }

    private func names(of nodes: [Reference<Node>]) -> String { Self.few(nodes) { plan[$0].name.description } }

    /// A list that a sentence can hold.
    private static func few<Element>(_ elements: [Element], word: (Element) -> String) -> String {
        if elements.count <= 4 { return Spelling.list(elements.map(word), "and") }
        return Spelling.list(elements.prefix(3).map(word) + [Spelling.count(elements.count - 3, "other")], "and")
    }
}
