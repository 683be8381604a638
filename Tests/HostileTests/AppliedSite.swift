/// A host before and after its site's plan was changed: a file comes, one goes, one has a block of ours, one some keys.
struct AppliedSite {
    /// The host as the first plan made it, below `root`; beside it the second plan.
    let start: Scratch
    let old: [String: [UInt8]]
    let new: [String: [UInt8]]

    private let isMounted: Bool

    static let apply = "apply --root root --node ds1 --yes >/dev/null"

    private static let firstPlan = """
        version: 1
        site: home
        lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}
        nodes: {ds1: {address: 192.168.0.11, role: manager}}
        pools: {docker: [{base: 10.210.0.0/16, size: 24}]}
        services: {web: {backends: ["http://192.168.0.50:80"]}, gone: {backends: ["http://192.168.0.50:81"]}}
        outputs: {traefik: {on: [ds1], path: /etc/traefik/old}, hosts: {}, docker-daemon: {}}
        """
    private static let secondPlan = firstPlan.replacing("gone", with: "more").replacing("/old", with: "/new").replacing(
        ":80", with: ":8080"
    ).replacing("10.210", with: "10.211")

    /// `isMounted`: its /etc/hosts is a mount, as in a container, and what is mounted lies beside it.
    init(isMounted: Bool = false) throws {
        self.isMounted = isMounted
        start = try Scratch()
        try start.write("127.0.0.1\tlocalhost\n", to: "root/etc/hosts")
        try start.write("127.0.0.1\tmounted\n", to: "root/etc/hosts.mounted")
        try start.write("{\"debug\": true}\n", to: "root/etc/docker/daemon.json")
        try start.write(Self.firstPlan, to: "netplan-swarm.yaml")
        old = try Self.applied(in: start, isMounted)
        try start.write(Self.secondPlan, to: "netplan-swarm.yaml")
        let end = try start.copy()
        // Two files of the old folder go: the brake lets that pass.
        new = try Self.applied(in: end, isMounted)
    }

    private static func applied(in folder: Scratch, _ isMounted: Bool) throws -> [String: [UInt8]] {
        let run = try ProgramRun.shell(command("netplan-swarm \(apply)", isMounted), in: folder)
        guard run.status == 0 else { throw Change.Failed(output: run.text) }
        return tree(of: folder)
    }

    /// A shell's words for a command on that host.
    func command(_ words: String) -> String { Self.command(words, isMounted) }

    private static func command(_ words: String, _ isMounted: Bool) -> String {
        isMounted ? "exec unshare -m sh -c 'mount --bind root/etc/hosts.mounted root/etc/hosts && exec \(words)'" : "exec \(words)"
    }

    /// All that is on the host but the lock and the journal's own files.
    private static func tree(of folder: Scratch) -> [String: [UInt8]] {
        folder.tree("root").filter { path, _ in
            !["lock", "last", "due"].map { "var/lib/netplan-swarm/\($0)" }.contains(path)
        }
    }

    /// Whether the host is as the first plan wants it, or the second; nil where it is neither, or something is left lying about.
    func isNew(in folder: Scratch) -> Bool? {
        let tree = Self.tree(of: folder)
        return tree == new ? true : tree == old ? false : nil
    }

    /// What is wrong after a run that was stopped, once it is recovered from, and once `apply` is run again.
    func fault(in folder: Scratch) throws -> String? {
        var recovery = try run("recover --root root", in: folder)
        // What 'apply --confirm' started may be at it already.
        while recovery.status == 5 { recovery = try run("recover --root root", in: folder) }
        if recovery.status != 0 { return "recovering ends with \(recovery.status): \(recovery.text)" }
        if recovery.text.contains("waits to be confirmed") {
            let confirming = try run("confirm --root root", in: folder)
            if confirming.status != 0 { return "confirming ends with \(confirming.status): \(confirming.text)" }
            if isNew(in: folder) != true { return "what waited to be confirmed is not what was applied" }
        }
        if isNew(in: folder) == nil { return "recovered, it is neither old nor new: \(Self.tree(of: folder).keys.sorted())" }
        let run = try run(Self.apply, in: folder)
        if run.status != 0 { return "the next run ends with \(run.status): \(run.text)" }
        return isNew(in: folder) == true ? nil : "the next run leaves something else"
    }

    private func run(_ words: String, in folder: Scratch) throws -> ProgramRun {
        try ProgramRun.shell(command("netplan-swarm \(words)"), in: folder)
    }
}
