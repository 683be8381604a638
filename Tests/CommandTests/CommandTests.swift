import Foundation
import Testing

/// Every session of `Sessions`, word for word. `UPDATE=1 swift test` rewrites them, and fails once.
@Suite struct CommandTests {
    @Test(arguments: SessionFile.all)
    func `A session goes as it is written`(file: SessionFile) throws {
        let text = try String(contentsOf: file.url, encoding: .utf8)
        let session = Session(text)
        let folder = FileManager.default.temporaryDirectory.appending(path: "netplan-swarm-session-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let real = try session.run(in: folder).text
        if real != text, ProcessInfo.processInfo.environment["UPDATE"] != nil {
            try Data(real.utf8).write(to: file.url)
            Issue.record("\(file.testDescription) was written anew: read the difference, then run again without UPDATE")
            return
        }
        #expect(real == text, "\(Difference.between(text, real))")
    }
}

struct SessionFile: CustomTestStringConvertible {
    let url: URL

    var testDescription: String { url.lastPathComponent }

    static let all: [SessionFile] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Sessions")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { SessionFile(url: folder.appending(path: $0)) }
    }()
}

enum Difference {
    /// The first lines that differ.
    static func between(_ expected: String, _ real: String) -> String {
        let (left, right) = (
            expected.split(separator: "\n", omittingEmptySubsequences: false), real.split(separator: "\n", omittingEmptySubsequences: false)
        )
        for index in 0..<max(left.count, right.count) {
            let (a, b) = (index < left.count ? left[index] : "(nothing)", index < right.count ? right[index] : "(nothing)")
            if a != b { return "line \(index + 1):\n  expected: \(a)\n  real:     \(b)" }
        }
        return "nothing differs"
    }
}
