import Foundation
import Testing

/// Files that are made to hurt: an answer with a place, in little time and memory, whatever is in them.
@Suite(.serialized) struct BigFileTests {
    /// 64 kB a file, for this is the debug build; in the long form a megabyte, and with PROGRAM the release build's numbers are printed:
    /// never more than a second and 200 MB.
    @Test(arguments: BigFile.all)
    func `A big file is answered`(file: BigFile) throws {
        let folder = try Scratch()
        try folder.write(file.plan, to: "netplan-swarm.yaml")
        try folder.write(file.content(ProgramRun.isLong ? 1 << 20 : 1 << 16), to: file.file)
        let command = file.command ?? (file.file == "netplan-swarm.yaml" ? "validate" : "generate")
        let start = ContinuousClock.now
        let run = try ProgramRun.shell("\(file.before)\nexec netplan-swarm \(command) >said 2>&1", in: folder)
        let milliseconds = Int(start.duration(to: .now) / .milliseconds(1))
        let said = String(decoding: (folder.read("said") ?? []).prefix(4000), as: UTF8.self)
        #expect(run.status == file.status, "\(run.status): \(said.prefix(500))")
        #expect(said.contains(file.words), "'\(file.words)' is not in: \(said.prefix(500))")
        #expect(run.memory < 200 << 10, "\(run.memory) kB")
        if ProgramRun.isLong { print("big file: \(file.name): \(milliseconds) ms, \(run.memory >> 10) MB") }
    }
}
