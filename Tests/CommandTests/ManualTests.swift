import Foundation
import Testing

/// What is committed below `share` is what the program says today. `UPDATE=1 swift test` writes it anew, and fails once.
@Suite struct ManualTests {
    @Test func `The manual pages are those of this program`() throws {
        let manual = try Manual(
            dump: Self.output("--experimental-dump-help"), version: String(decoding: Self.output("--version"), as: UTF8.self))
        #expect(manual.pages.count > 5)
        try Self.compare(manual.pages.map { ($0.name, $0.text) }, with: "share/man/man1")
        let root = try #require(manual.pages.first).text
        for word in ["Not affiliated with Canonical", ".Sh EXIT STATUS", ".It Li 64", ".Sh FILES", ".It Pa netplan-swarm.lock"] {
            #expect(root.contains(word), "\(word)")
        }
    }

    @Test func `The completions are those of this program`() throws {
        let scripts = try [("bash", "netplan-swarm.bash"), ("zsh", "_netplan-swarm"), ("fish", "netplan-swarm.fish")].map { shell, name in
            (name, String(decoding: try Self.output("--generate-completion-script", shell), as: UTF8.self))
        }
        for (name, text) in scripts { #expect(text.contains("validate") && text.contains("emitters"), "\(name)") }
        try Self.compare(scripts, with: "share/completions")
    }

    @Test func `LANs and names of the plan are completed`() throws {
        let folder = try Document.copy(of: "examples/smallest")
        defer { try? FileManager.default.removeItem(at: folder) }
        let session = try Session("$ netplan-swarm ---completion free -- positional@0 2 0 netplan-swarm free ''\n").run(in: folder)
        #expect(session.text.contains("\nhome\noverlay\n[0]"), "\(session.text)")
    }

    /// No file more, none less, and each to the letter.
    private static func compare(_ files: [(String, String)], with folder: String) throws {
        let url = Document.root.appending(path: folder)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let there = Set(try FileManager.default.contentsOfDirectory(atPath: url.path))
        let isUpdate = ProcessInfo.processInfo.environment["UPDATE"] != nil
        for name in there.subtracting(files.map(\.0)) {
            if isUpdate { try FileManager.default.removeItem(at: url.appending(path: name)) }
            Issue.record("\(folder)/\(name) belongs to nothing")
        }
        for (name, text) in files {
            let file = url.appending(path: name)
            let old = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            if old != text, isUpdate {
                try Data(text.utf8).write(to: file)
                Issue.record("\(folder)/\(name) was written anew: read the difference, then run again without UPDATE")
            } else {
                #expect(old == text, "\(folder)/\(name): \(Difference.between(old, text))")
            }
        }
    }

    private static func output(_ arguments: String...) throws -> Data {
        let process = Process()
        process.executableURL = Session.programs.appending(path: "netplan-swarm")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }
}
