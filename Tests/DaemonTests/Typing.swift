import Foundation

/// A shell on a terminal of its own, and somebody who types: a completion is what a key does, and no key is pressed without a terminal.
struct Typing {
    private let process: Process
    private let keys = Pipe()
    private let screen = Pipe()

    /// Starts a shell without anybody's settings, by `script` (bsdutils). `timeout` ends it where it waits for ever.
    init(_ shell: String, in folder: URL) throws {
        guard let timeout = Program.find("timeout") else { throw Program.Missing(description: "timeout is not installed") }
        process = Process()
        process.executableURL = URL(fileURLWithPath: timeout.path)
        process.arguments = ["60", "script", "-qec", shell, "/dev/null"]
        process.currentDirectoryURL = folder
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        process.environment = ["PATH": "\(programs):\(path)", "HOME": folder.path, "TERM": "dumb", "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh"]
        process.standardInput = keys
        process.standardOutput = screen
        process.standardError = screen
        try process.run()
    }

    func type(_ text: String) throws { try keys.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

    /// What the terminal shows until `text` is there, or until the shell ends.
    func read(until text: String) -> String {
        var shown = ""
        while !shown.contains(text) {
            let data = screen.fileHandleForReading.availableData
            if data.isEmpty { break }
            shown += String(decoding: data, as: UTF8.self)
        }
        return shown
    }

    /// Leaves the shell.
    func end() {
        try? type("exit\r")
        try? keys.fileHandleForWriting.close()
        _ = read(until: "\u{0}")
        process.waitUntilExit()
    }
}
