/// What every emitter's settings may say besides its own keys: on which nodes its files are installed, and where.
///
///     hosts: {on: [ds1, ds2], path: /etc/hosts}
public struct Placement: Sendable, Hashable {
    /// The nodes that a file is installed on.
    public enum Hosts: Sendable, Hashable {
        case all, managers
        case nodes([HostName])

        /// Whether a node is one of them.
        ///
        ///     hosts: {on: [ds1]}      // true for ds1, and for no other
        public func contains(_ node: Node) -> Bool {
            switch self {
            case .all: true
            case .managers: node.role == .manager
            case .nodes(let names): names.contains(node.name)
            }
        }
    }

    /// Nil where the plan does not say.
    public var on: Hosts?
    /// An absolute path; nil for the emitter's own.
    public var path: String?

    /// The keys that it reads.
    public static let keys = ["on", "path"]

    public init(_ fields: Fields, reporting problems: inout Diagnostics) {
        on = fields["on"].flatMap { Self.hosts($0, reporting: &problems) }
        path = fields["path"].flatMap { Self.path($0, reporting: &problems) }
    }

    /// What settings whose other keys somebody else reads say of the nodes; nil where they say nothing.
    public static func on(in settings: Document, reporting problems: inout Diagnostics) -> Hosts? {
        let value = settings.entries.first { $0.key.kind == .text && $0.key.text == "on" }?.value
        return value.flatMap { hosts($0, reporting: &problems) }
    }

    private static func hosts(_ document: Document, reporting problems: inout Diagnostics) -> Hosts? {
        if document.kind == .text {
            switch document.text {
            case "all": return .all
            case "managers": return .managers
            default:
                let meant = Spelling.nearest(to: document.text, among: ["all", "managers"])
                problems.report(
                    .invalidChoice, at: document.place, "'on' is all, managers or a list of nodes, not '\(document.text)'",
                    help: meant.map { "did you mean \($0)?" } ?? "write all, managers or [\(document.text)]")
                return nil
            }
        }
        return .nodes(document.list(of: "nodes", reporting: &problems).compactMap { $0.hostName(reporting: &problems) })
    }

    private static func path(_ document: Document, reporting problems: inout Diagnostics) -> String? {
        guard let path = document.string(reporting: &problems) else { return nil }
        let isPlain = path.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "/._-+@".utf8.contains(byte)
        }
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard path.hasPrefix("/"), path.count > 1, isPlain, !steps.dropFirst().contains(where: { ["", ".", ".."].contains($0) }) else {
            let plain = "/" + steps.filter { !["", ".", ".."].contains($0) }.joined(separator: "/")
            problems.report(
                .invalidName, at: document.place, "'\(path)' is not an absolute path of plain names",
                help: isPlain && plain.count > 1 ? "write \(plain)" : "use letters, digits and . _ - + @ between the slashes")
            return nil
        }
        if path == ownFolder || path.hasPrefix(ownFolder + "/") || steps.contains(where: isOwn) {
            problems.report(
                .invalidName, at: document.place, "'\(path)' is where netplan-swarm keeps files of its own",
                help: "write the path that the program which reads the file knows it by")
            return nil
        }
        return path
    }

    /// Where `apply` keeps what it knows of a host.
    public static let ownFolder = "/var/lib/netplan-swarm"

    /// Whether a file waits under such a name, beside its place, until it is put there or judged.
    ///
    ///     Placement.isOwn(".dhcpd.conf.netplan-swarm")      // true
    public static func isOwn(_ name: some StringProtocol) -> Bool {
        name.hasPrefix(".") && [".netplan-swarm", ".netplan-swarm-check"].contains { name.hasSuffix($0) }
    }
}

extension FileArtifact {
    /// Whether it is to be on that node's disk.
    ///
    ///     hosts: {on: [ds1]}      // true for ds1, and for no other
    public func isInstalled(on node: Node) -> Bool {
        guard installPath != nil, self.node == nil || self.node == node.name else { return false }
        return on?.contains(node) ?? false
    }
}

extension Placement {
    /// Reports nodes that an emitter's `on` names and the plan does not have.
    public static func checkNodes(_ settings: Document, in plan: Plan, reporting problems: inout Diagnostics) {
        let known = Set(plan.nodes.map(\.name.description))
        for (key, value) in settings.entries where key.kind == .text && key.text == "on" {
            for element in value.elements where element.kind == .text && !known.contains(element.text.lowercased()) {
                let names = known.sorted()
                let guess = Spelling.nearest(to: element.text, among: names).map { "did you mean \($0)?" }
                let few =
                    names.count <= 8 && !names.isEmpty ? "there \(names.count == 1 ? "is" : "are") \(Spelling.list(names, "and"))" : nil
                problems.report(
                    .unknownName, at: element.place, "there is no node '\(element.text)'",
                    help: guess ?? few ?? "declare it in the plan, or take it out here")
            }
        }
    }
}
