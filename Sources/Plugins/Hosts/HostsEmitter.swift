public import NetPlan

/// Our block in each node's /etc/hosts: a line for each address, the same bytes on every node (hosts(5)).
public struct HostsEmitter: Emitter {
    public static let name = "hosts"
    public static let summary = "our block in /etc/hosts on every node"
    public static let reader = "every node"
    public static let judge: String? = "a check of our own"

    private let placement: Placement

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the hosts emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let block = block(for: allocation)
        return allocation.plan.nodes.map { node in
            .file(
                FileArtifact(
                    path: "hosts/\(node.name)/hosts", emitter: Self.name, node: node.name, content: block,
                    installPath: placement.path ?? "/etc/hosts", on: placement.on ?? .all,
                    ownership: .block, check: .builtin("hosts")))
        }
    }

    private func block(for allocation: Allocation) -> [UInt8] {
        let plan = allocation.plan
        var text = TextBuffer()
        text.reserve(64 * allocation.addresses.count)
        text.append(line: "# BEGIN netplan-swarm \(plan.site)")
        allocation.forEachNamedAddress { line in
            text.append(line.address)
            text.append(ascii: "\t")
            line.writeNames(to: &text)
            text.newline()
        }
        text.append(line: "# END netplan-swarm \(plan.site)")
        return text.bytes
    }
}
