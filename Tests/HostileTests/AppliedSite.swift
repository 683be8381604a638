/// A host before and after its site's plan was changed: a file comes, one goes, one is ours in part.
struct AppliedSite {
    /// The host as the first plan made it, below `root`; beside it the second plan.
    let start: Scratch
    let old: [String: [UInt8]]
    let new: [String: [UInt8]]

    static let apply = "apply --root root --node ds1 --yes >/dev/null"

    private static let firstPlan = """
        version: 1
        site: home
        lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}
        nodes: {ds1: {address: 192.168.0.11, role: manager}}
        services: {web: {backends: ["http://192.168.0.50:80"]}, gone: {backends: ["http://192.168.0.50:81"]}}
        outputs: {traefik: {on: [ds1], path: /etc/traefik/old}, hosts: {}}
        """
    private static let secondPlan = firstPlan.replacing("gone", with: "more").replacing("/old", with: "/new").replacing(
        ":80", with: ":8080")

    init() throws {
        start = try Scratch()
        try start.write("127.0.0.1\tlocalhost\n", to: "root/etc/hosts")
        try start.write(Self.firstPlan, to: "netplan-swarm.yaml")
        old = try Self.applied(in: start)
        try start.write(Self.secondPlan, to: "netplan-swarm.yaml")
        let end = try start.copy()
        // Two files of the old folder go: the brake lets that pass.
        new = try Self.applied(in: end)
    }

    private static func applied(in folder: Scratch) throws -> [String: [UInt8]] {
        let run = try ProgramRun.shell("exec netplan-swarm \(apply)", in: folder)
        guard run.status == 0 else { throw Change.Failed(output: run.text) }
        return tree(of: folder)
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

    /// What is wrong after a run that was stopped, once it is recovered from, and once it is run again.
    func fault(in folder: Scratch) throws -> String? {
        let recovery = try ProgramRun.shell("exec netplan-swarm recover --root root", in: folder)
        if recovery.status != 0 { return "recovering ends with \(recovery.status): \(recovery.text)" }
        if isNew(in: folder) == nil { return "recovered, it is neither old nor new: \(Self.tree(of: folder).keys.sorted())" }
        let run = try ProgramRun.shell("exec netplan-swarm \(Self.apply)", in: folder)
        if run.status != 0 { return "the next run ends with \(run.status): \(run.text)" }
        return isNew(in: folder) == true ? nil : "the next run leaves something else"
    }
}
