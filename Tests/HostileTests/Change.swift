/// A site before and after its plan was changed: every sort of step is needed to get from one to the other.
struct Change {
    /// The first plan, its lock and its files; beside them the second plan, as `netplan-swarm.yaml`.
    let start: Scratch
    let old: Result
    let new: Result

    /// What a whole run leaves.
    struct Result {
        let tree: [String: [UInt8]]
        let lock: [UInt8]?
    }

    static let firstPlan = """
        version: 1
        site: home
        ignore: [{rule: manager-count, reason: a lab}]
        lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}
        nodes: {ds1: {address: 192.168.0.11, role: manager}, old: {address: auto}}
        overlays: {proxy: {}}
        outputs: {hosts: {}, overlay: {}}
        """
    static let secondPlan = firstPlan.replacing("0.11", with: "0.12").replacing("old", with: "new")
        .replacing("proxy: {}", with: "proxy: {}, other: {}")

    init() throws {
        start = try Scratch()
        try start.write(Self.firstPlan, to: "netplan-swarm.yaml")
        old = try Self.generate(in: start)
        try start.write(Self.secondPlan, to: "netplan-swarm.yaml")
        new = try Self.generate(in: start.copy())
    }

    struct Failed: Error {
        let output: String
    }

    private static func generate(in folder: Scratch) throws -> Result {
        let run = try ProgramRun.shell("exec netplan-swarm generate", in: folder)
        guard run.status == 0 else { throw Failed(output: run.text) }
        return Result(tree: folder.tree(), lock: folder.read("netplan-swarm.lock"))
    }

    /// What is wrong after a run that was stopped: each file has its old bytes or its new ones, and the lock is there.
    func fault(in folder: Scratch) -> String? {
        for (path, content) in folder.tree() where content != old.tree[path] && content != new.tree[path] {
            return "\(path) is neither old nor new: \(String(decoding: content.prefix(200), as: UTF8.self))"
        }
        for path in old.tree.keys where new.tree[path] != nil && folder.tree()[path] == nil { return "\(path) is gone" }
        let lock = folder.read("netplan-swarm.lock")
        return lock == old.lock || lock == new.lock ? nil : "the lock is neither old nor new"
    }

    /// What is wrong after the next run, which must finish.
    func faultOfNextRun(in folder: Scratch) throws -> String? {
        let run = try ProgramRun.shell("exec netplan-swarm generate", in: folder)
        if run.status != 0 { return "the next run ends with \(run.status): \(run.text)" }
        if folder.read("netplan-swarm.lock") != new.lock { return "the next run leaves another lock" }
        return folder.tree() == new.tree ? nil : "the next run leaves another tree"
    }
}
