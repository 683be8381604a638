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

    /// What a site's plan left open is decided in the lock beside it, which is committed with it as a site's own is.
    @Test(arguments: Document.sites(in: "examples"))
    func `Every example validates, and is what its lock says`(example: String) throws {
        let folder = try Document.copy(of: example)
        defer { try? FileManager.default.removeItem(at: folder) }
        if example == "examples/mistakes" {
            #expect(try Session("$ netplan-swarm validate\n").run(in: folder).text.hasSuffix("[3]\n"))
            return
        }
        let session = try Session("$ netplan-swarm validate --strict\n").run(in: folder).text
        #expect(session.hasSuffix("no problem found\n[0]\n"), "\(session)")
        let isSite = FileManager.default.fileExists(atPath: Document.root.appending(path: "\(example)/README.md").path)
        #expect(isSite == FileManager.default.fileExists(atPath: folder.appending(path: "netplan-swarm.lock").path))
        if isSite {
            let session = try Session("$ netplan-swarm generate --frozen\n").run(in: folder).text
            #expect(session.hasSuffix("[0]\n"), "\(session)")
        }
    }

    /// The blocks of that page are what `validate` says of them: each has one, and a fault to show.
    @Test(arguments: Document.sites(in: "examples/faults"))
    func `Every example of faults is told`(example: String) throws {
        let page = try String(contentsOf: Document.root.appending(path: "examples/faults/README.md"), encoding: .utf8)
        let block = try #require(page.split(separator: "```console \(example)\n$ netplan-swarm validate\n").dropFirst().first)
        #expect(block.hasPrefix("netplan-swarm.yaml:"))
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
        for folder in ["docs", "examples", "Sources/Plugins"] {
            let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
            paths += found.filter { $0.hasSuffix(".md") && !$0.contains("/expected/") }.map { "\(folder)/\($0)" }
        }
        return paths.sorted().map(Document.init)
    }()

    /// The folders in a folder that have a plan: one without is an example of something else.
    static func sites(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.sorted().map { "\(folder)/\($0)" }.filter {
            FileManager.default.fileExists(atPath: root.appending(path: "\($0)/netplan-swarm.yaml").path)
        }
    }

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
        where [".yaml", ".lock", ".md", ".xml"].contains(where: name.hasSuffix) {
            try FileManager.default.copyItem(at: root.appending(path: "\(folder)/\(name)"), to: copy.appending(path: name))
        }
        return copy
    }
}
