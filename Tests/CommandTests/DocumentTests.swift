import Foundation
import Testing

/// What the documents show is what the program does. `UPDATE=1 swift test` writes the blocks anew, and fails once.
///
/// A block ```` ```console FOLDER ```` is a session in a copy of that folder; ```` ```yaml FILE ```` is that file.
@Suite struct DocumentTests {
    @Test(arguments: Document.all)
    func `Every block is true`(document: Document) throws {
        let text = try String(contentsOf: document.url, encoding: .utf8)
        let real = try document.rendered(text)
        if real != text, ProcessInfo.processInfo.environment["UPDATE"] != nil {
            try Data(real.utf8).write(to: document.url)
            Issue.record("\(document.path) was written anew: read the difference, then run again without UPDATE")
            return
        }
        #expect(real == text, "\(Difference.between(text, real))")
    }

    @Test func `Every example validates, or shows its faults`() throws {
        let examples = try FileManager.default.contentsOfDirectory(atPath: Document.root.appending(path: "examples").path).filter {
            // A folder without a plan is an example of something else.
            FileManager.default.fileExists(atPath: Document.root.appending(path: "examples/\($0)/netplan-swarm.yaml").path)
        }
        #expect(examples.contains("smallest"))
        for example in examples {
            let folder = try Document.copy(of: "examples/\(example)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let session = try Session("$ netplan-swarm validate\n").run(in: folder).text
            #expect(
                session.hasSuffix(["mistakes", "faults"].contains(example) ? "[3]\n" : "no problem found\n[0]\n"), "\(example): \(session)")
        }
    }
}

struct Document: CustomTestStringConvertible {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    /// Below the project's folder.
    let path: String
    var url: URL { Self.root.appending(path: path) }
    var testDescription: String { path }

    static let all: [Document] = {
        var paths = ["README.md", "CONTRIBUTING.md"]
        for folder in ["docs", "Sources/Plugins"] {
            let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
            paths += found.filter { $0.hasSuffix(".md") && !$0.contains("/expected/") }.map { "\(folder)/\($0)" }
        }
        return paths.sorted().map(Document.init)
    }()

    /// The text with each block as it is today.
    func rendered(_ text: String) throws -> String {
        var output: [String] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        while let line = lines.popFirst() {
            output.append(line)
            guard line.hasPrefix("```"), line.count > 3 else { continue }
            let block = Array(lines.prefix { $0 != "```" })
            lines = lines.dropFirst(block.count)
            let words = line.dropFirst(3).split(separator: " ").map(String.init)
            switch (words.first, words.dropFirst().first) {
            case ("console", let folder?): output += try Self.session(block, in: folder)
            case ("yaml", let file?):
                let content = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
                output += content.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            default: output += block
            }
            if let end = lines.popFirst() { output.append(end) }
        }
        return output.joined(separator: "\n")
    }

    private static func session(_ block: [String], in folder: String) throws -> [String] {
        let copy = try Self.copy(of: folder)
        defer { try? FileManager.default.removeItem(at: copy) }
        let commands = block.filter { $0.hasPrefix("$ ") }
        let session = try Session(commands.map { $0 + "\n" }.joined()).run(in: copy).text
        // The exit status is told in words where it matters.
        return session.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init).filter {
            !($0.hasPrefix("[") && Int($0.dropFirst().dropLast()) != nil)
        }
    }

    static func copy(of folder: String) throws -> URL {
        let copy = FileManager.default.temporaryDirectory.appending(path: "netplan-swarm-document-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        where [".yaml", ".md"].contains(where: name.hasSuffix) {
            try FileManager.default.copyItem(at: root.appending(path: "\(folder)/\(name)"), to: copy.appending(path: name))
        }
        return copy
    }
}
