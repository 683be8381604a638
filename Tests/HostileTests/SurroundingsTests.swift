import Foundation
import Testing

/// What may be wrong around a run: each is a clear sentence and an exit code, never a signal, and never half a tree.
@Suite struct SurroundingsTests {
    /// A command, what it ends with, and a part of what it says.
    struct Row: Sendable, CustomTestStringConvertible {
        let command: String
        let status: Int32
        let words: String
        /// Whether the files must be there, and right, at the end.
        var writes = false

        var testDescription: String { command }
    }

    private static let bigPlan = "version: 1\nsite: home\nexternal:\n" + (0..<2000).map { "  e\($0): {subnet: 8.8.8.0/24}\n" }.joined()

    @Test(arguments: [
        Row(command: "exec netplan-swarm show >&-", status: 1, words: "can't write to stdout: it is closed"),
        Row(command: "exec netplan-swarm validate >&-", status: 1, words: "can't write to stdout: it is closed"),
        Row(command: "exec netplan-swarm show >/dev/full", status: 1, words: "can't write to 'stdout': no space left"),
        Row(command: "exec netplan-swarm validate big.yaml >/dev/full", status: 1, words: "can't write to 'stdout': no space left"),
        Row(command: "{ netplan-swarm validate big.yaml; echo \"[$?]\" >&2; } | true", status: 0, words: "its reader went away\n[1]"),
        Row(
            command: "{ netplan-swarm validate big.yaml; echo \"[$?]\" >&2; } | head -1 >/dev/null", status: 0,
            words: "its reader went away\n[1]"),
        Row(command: "netplan-swarm validate big.yaml 2>&1 | { sleep 1; wc -l; }", status: 0, words: "11996"),
        Row(command: "exec netplan-swarm generate >&-", status: 0, words: "3 new", writes: true),
        Row(command: "netplan-swarm generate --json >&-; echo \"[$?]\"", status: 0, words: "it is closed\n[1]", writes: true),
        Row(command: "netplan-swarm generate 2>&-; echo \"[$?]\"", status: 0, words: "[0]", writes: true),
        Row(command: "netplan-swarm generate 2>/dev/full; echo \"[$?]\"", status: 0, words: "[0]", writes: true),
        Row(command: "(netplan-swarm generate <&- >&- 2>&-); echo \"[$?]\"", status: 0, words: "[0]", writes: true),
        Row(command: "exec setsid netplan-swarm generate", status: 0, words: "3 new", writes: true),
        Row(command: "exec setsid netplan-swarm init there", status: 64, words: "there is no terminal to ask on"),
        Row(command: "exec env -i \"$(command -v netplan-swarm)\" generate", status: 0, words: "3 new", writes: true),
        Row(command: "unset HOME; exec netplan-swarm generate", status: 0, words: "3 new", writes: true),
        Row(command: "LC_ALL=C exec netplan-swarm generate", status: 0, words: "3 new", writes: true),
        Row(
            command: "LC_ALL=tr_TR.UTF-8 LANG=xx TZ=Nowhere/At_All TERM=none COLUMNS=-1 exec netplan-swarm generate", status: 0,
            words: "3 new", writes: true),
        Row(command: "umask 777; exec netplan-swarm generate", status: 0, words: "3 new", writes: true),
        Row(command: "umask 0; exec netplan-swarm generate", status: 0, words: "3 new", writes: true),
        Row(command: "ulimit -n 5; exec netplan-swarm generate", status: 1, words: "raise the limit with ulimit -n"),
        Row(command: "(ulimit -f 0; exec netplan-swarm generate 2>&1) | cat", status: 0, words: "raise the limit with ulimit -f"),
        Row(command: "exec netplan-swarm generate -o /dev/null", status: 1, words: "is not a folder"),
        Row(command: "exec netplan-swarm generate -o /proc/self/x", status: 1, words: "netplan-swarm: can't"),
        Row(command: "exec netplan-swarm generate -o ''", status: 1, words: "empty name"),
        // What was above a folder that is gone can still be reached from it.
        Row(command: "mkdir gone; cd gone; rm -r ../gone; exec netplan-swarm generate", status: 0, words: "3 new", writes: true),
        Row(
            command: "mkdir gone; cd gone; rm -r ../gone; exec netplan-swarm generate ../netplan-swarm.yaml", status: 1,
            words: "netplan-swarm: can't"),
    ])
    func `The program answers`(row: Row) throws {
        let folder = try Self.folder()
        let run = try ProgramRun.shell(row.command, in: folder)
        #expect(run.status == row.status, "\(run.text)")
        #expect(run.text.contains(row.words), "\(run.text)")
        #expect(!run.text.contains("Fatal error"))
        if row.writes { try Self.expectWhole(folder) }
    }

    /// The two ends of a clock that nobody has set.
    @Test(.enabled(if: ProgramRun.isWanted("faketime"), "it needs faketime"), arguments: ["1970-01-01 00:00:00", "2038-01-19 04:00:00"])
    func `A clock that is wrong`(time: String) throws {
        let folder = try Self.folder()
        let run = try ProgramRun.shell("exec faketime '\(time)' netplan-swarm generate", in: folder)
        #expect(run.status == 0, "\(run.text)")
        try Self.expectWhole(folder)
    }

    private static func folder() throws -> Scratch {
        let folder = try Scratch()
        try folder.write(Change.firstPlan, to: "netplan-swarm.yaml")
        try folder.write(bigPlan, to: "big.yaml")
        return folder
    }

    /// The bytes of an undisturbed run, files 0644 and folders 0755, and what is said went nowhere else.
    private static func expectWhole(_ folder: Scratch) throws {
        let other = try Self.folder()
        #expect(try ProgramRun.shell("exec netplan-swarm generate", in: other).status == 0)
        #expect(folder.tree() == other.tree() && !folder.tree().isEmpty)
        #expect(folder.read("netplan-swarm.lock") == other.read("netplan-swarm.lock"))
        let modes = try ProgramRun.shell("find out -printf '%y%m\\n' | sort -u; stat -c f%a netplan-swarm.lock", in: folder)
        #expect(modes.text == "d755\nf644\nf644\n", "\(modes.text)")
    }

    /// In a mount namespace of its own: a disk that is full, one that is read-only, and one that is somebody else's.
    @Test(.enabled(if: geteuid() == 0 && ProgramRun.isWanted("unshare", "setpriv"), "it needs root, unshare and setpriv"))
    func `A disk that is full or read-only`() throws {
        let folder = try Scratch()
        try folder.write(Change.firstPlan, to: "small.yaml")
        let devices = (0..<2000).map { "  d\($0): {address: auto}\n" }.joined()
        try folder.write(
            "version: 1\nsite: home\nlans: {home: {subnet: 10.64.0.0/16}}\nnodes: {ds1: {address: 10.64.0.2, role: manager}}\ndevices:\n\(devices)",
            to: "big.yaml")
        let script = """
            mkdir disk && mount -t tmpfs -o size=112k,mode=755 none disk && cd disk
            sum() { find out netplan-swarm.lock -type f -exec sha256sum {} + | sort; }
            try() { name=$1; shift; "$@" >said 2>&1; echo "$name [$?] $(tail -n 1 said)"; sum | cmp -s before - && echo "$name: as before"; ls -A out; }
            cp ../small.yaml netplan-swarm.yaml && netplan-swarm generate 2>/dev/null; sum >../before; ln -s ../before before; ln -s ../said said
            cp ../big.yaml netplan-swarm.yaml
            try full netplan-swarm generate
            mount -o remount,ro . && try read-only netplan-swarm generate
            mount -o remount,rw,size=4m . && chmod -R a-w . && try stranger setpriv --reuid=65534 --regid=65534 --clear-groups netplan-swarm generate
            mount -o remount,rw,size=4m . && try room netplan-swarm generate
            """
        let run = try ProgramRun.shell(
            "chmod 755 .; touch said; chmod 666 said; exec unshare -m sh -c '\(script.replacing("'", with: "'\\''"))'", in: folder)
        let staged = "docker\nhosts\nmanifest.json"
        for words in [
            "full [1] netplan-swarm: can't write 'out/.netplan-swarm/",
            "no space left on device; free some, then run again\nfull: as before\n\(staged)\n",
            "read-only [1] netplan-swarm: can't ", "read-only file system; name a folder that can be written to\nread-only: as before",
            "stranger [1] netplan-swarm: can't ", "permission denied; look at the permissions", "stranger: as before", "room [0] ",
        ] { #expect(run.text.contains(words), "\(words) is not in: \(run.text)") }
    }
}
