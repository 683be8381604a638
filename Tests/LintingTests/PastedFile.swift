import Foundation
import Linting
import NetPlan
import Testing

/// A file of `Pasted`, and what is said of it.
struct PastedFile: CustomTestStringConvertible {
    let url: URL

    var testDescription: String { url.lastPathComponent }

    /// Where what is said of it is written.
    var golden: URL { url.deletingLastPathComponent().appending(path: url.lastPathComponent + ".findings") }

    static func all(in folder: String) -> [PastedFile] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Pasted/\(folder)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasSuffix(".findings") }.sorted().map { PastedFile(url: folder.appending(path: $0)) }
    }

    /// Everything that is said of some bytes.
    static func findings(in bytes: [UInt8], file: String) -> (found: [LocatedDiagnostic], tally: Tally) {
        var problems = Diagnostics()
        var linter = Linter()
        let tally = linter.read(bytes, file: file, reporting: &problems)
        linter.judge(reporting: &problems)
        return (problems.located(), tally)
    }

    /// As a terminal shows it.
    static func text(_ findings: [LocatedDiagnostic], of bytes: [UInt8], file: String) -> String {
        var sources = SourceLines()
        sources.add(bytes, file: file)
        return findings.map { $0.rendered(from: &sources) }.joined(separator: "\n")
    }
}
