import Foundation
import Testing

/// `apply` over networks, labels and a shim is killed, and its engine goes away, at each request: once recovered from, the node is
/// wholly old or wholly new.
@Suite struct EngineInterruptionTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "engine.py").path

    /// The script says how; in the long form in every way at every request.
    @Test(.enabled(if: geteuid() == 0 && ProgramRun.isWanted("unshare", "ip", "python3"), "it needs root, unshare, iproute2 and python3"))
    func `Interrupted at the requests to an engine`() throws {
        let folder = try Scratch()
        let run = try ProgramRun.shell(
            "exec unshare --mount --net python3 '\(Self.script)' \(ProgramRun.isLong ? "long" : "")", in: folder, patience: 1800)
        // A fault is a line of its own, before the last one.
        #expect(run.status == 0 && run.text.split(separator: "\n").count == 1, "\(run.text)")
        #expect(run.text.contains(" requests, 7 of them change something: interrupted "), "\(run.text)")
    }
}
