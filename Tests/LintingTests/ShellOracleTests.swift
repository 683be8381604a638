import Foundation
import NetPlan
import Testing

@testable import Linting

/// A real shell is asked how it splits a command, and our reader splits it likewise.
@Suite struct ShellOracleTests {
    @Test(arguments: 0..<4)
    func `Words are those of a shell`(seed: Int) throws {
        var random = Dice(seed: UInt64(200 + seed))
        let pieces = [
            "a", "--subnet=10.0.0.0/24", "eth0", "=", "'x y'", "\"x y\"", "''", "\"\"", "\\ ", "\\'", "\\\"", "\"\\\"\"", "\"a\\b\"",
            "'\\'", "é", " ",
            " ", "  ", "\t", " \\\n ", "\"it's\"", "'say \"x\"'", "a#", "\"two\nlines\"", "-o", "parent=", "{", "}", ",",
        ]
        let commands = (0..<150).map { _ in
            "docker network create "
                + (0..<Int.random(in: 1...14, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
                .joined() + (Bool.random(using: &random) ? "z # it's the end" : "z")
        }
        let real = try Self.split(commands)
        for (command, words) in zip(commands, real) {
            let block = Block(
                text: PastedText(bytes: Array(command.utf8), file: "x"), lines: PastedText(bytes: Array(command.utf8), file: "x").lines)
            let read = ShellReader.read(block).commands.first?.words.map { String(decoding: $0.text, as: UTF8.self) } ?? []
            #expect(Array(read.dropFirst()) == words, "\(command)")
        }
    }

    /// What a function named docker is given by sh.
    private static func split(_ commands: [String]) throws -> [[String]] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let script = "docker() { printf '%s\\001' \"$@\"; printf '\\002'; }\n" + commands.map { $0 + "\n" }.joined()
        process.arguments = ["-c", script]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lists = output.split(separator: 2, omittingEmptySubsequences: false).dropLast()
        try #require(process.terminationStatus == 0 && lists.count == commands.count)
        return lists.map { list in
            list.split(separator: 1, omittingEmptySubsequences: false).dropLast().map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
