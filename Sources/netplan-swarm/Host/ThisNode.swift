internal import Apply
internal import NetPlan

/// Which of a plan's nodes a host is.
enum ThisNode {
    /// The node of that name; else the one with the host's name; else the one with one of its addresses.
    ///
    /// Fails where none is, or where name and addresses say different things. Below another root, that root's /etc/hostname counts alone.
    static func find(_ given: String?, in allocation: Allocation, on world: World) throws(Failure) -> Reference<Node> {
        let plan = allocation.plan
        let names = plan.nodes.map(\.name.description)
        if let given {
            if let index = names.firstIndex(of: given.lowercased()) { return Reference(index) }
            let guess = Spelling.nearest(to: given, among: names).map { "did you mean \($0)?" } ?? "there is \(Spelling.list(names, "and"))"
            throw Failure("the plan has no node '\(given)': \(guess)", exitCode: Failure.usage)
        }
        let host = try hostName(of: world)
        let named = try host.flatMap { (host) throws(Failure) in try node(called: host, in: plan) }
        let addressed = world.isLive ? nodes(at: Set(ThisHost.addresses), in: allocation) : []
        if let named {
            // Two hosts that claim one node would both write its files.
            if let other = addressed.first(where: { $0 != named }), !addressed.contains(named) {
                throw unclear("this host is called '\(plan[named].name)', and has an address of '\(plan[other].name)'", names)
            }
            return named
        }
        let called = host.map { "'\($0)'" } ?? "nothing"
        guard let first = addressed.first else {
            if world.isLive {
                throw unclear("this host is called \(called), and the plan has neither a node of that name nor one with its address", names)
            }
            throw unclear(
                host == nil
                    ? "'\(world.path)' has no /etc/hostname" : "'\(world.path)' is the root of \(called), and the plan has no such node",
                names)
        }
        if addressed.count > 1 {
            throw unclear(
                "this host is called \(called), and has addresses of \(Spelling.list(addressed.map { "'\(plan[$0].name)'" }, "and"))", names
            )
        }
        return first
    }

    /// A whole name goes before a short one, and a short one must leave no doubt.
    private static func node(called host: String, in plan: Plan) throws(Failure) -> Reference<Node>? {
        let host = host.lowercased()
        var called = plan.nodes.references.filter { plan[$0].names.contains(host) }
        if called.isEmpty { called = plan.nodes.references.filter { plan[$0].names.contains { short($0) == short(host) } } }
        if called.count > 1 {
            let names = called.map { "\(plan[$0].name)" }
            throw unclear("'\(host)' could be \(Spelling.list(names.map { "'\($0)'" }))", names)
        }
        return called.first
    }

    private static func short(_ name: String) -> Substring { name.prefix { $0 != "." } }

    private static func unclear(_ sentence: String, _ names: [String]) -> Failure {
        Failure(
            "\(sentence); say which it is with --node (\(names.prefix(12).joined(separator: ", "))\(names.count > 12 ? " …" : ""))",
            exitCode: Failure.usage)
    }

    private static func hostName(of world: World) throws(Failure) -> String? {
        if world.isLive { return ThisHost.name }
        guard let file = try world.installed("/etc/hostname") else { return nil }
        let line = file.content.prefix { $0 != 0x0A }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }

    private static func nodes(at addresses: Set<IPv4Address>, in allocation: Allocation) -> [Reference<Node>] {
        var nodes: [Reference<Node>] = []
        for entry in allocation.addresses {
            guard let address = entry.address.v4, addresses.contains(address) else { continue }
            switch entry.owner {
            case .node(let node), .attachment(let node, _): if !nodes.contains(node) { nodes.append(node) }
            default: break
            }
        }
        return nodes
    }
}

extension Node {
    /// Its key, and what Docker knows it as.
    fileprivate var names: [String] { [name.description, hostname.lowercased()] }
}
