import Foundation
import Linting
import NetPlan
import Testing

/// Every file of `Pasted/found`, word for word, and silence about those of `Pasted/silent`.
/// `UPDATE=1 swift test` writes the findings anew, and fails once.
@Suite struct PastedTests {
    @Test(arguments: PastedFile.all(in: "found"))
    func `What is wrong is found where it was written`(file: PastedFile) throws {
        let bytes = Array(try Data(contentsOf: file.url))
        let name = file.url.lastPathComponent
        let real = PastedFile.text(PastedFile.findings(in: bytes, file: name).found, of: bytes, file: name)
        let expected = (try? String(contentsOf: file.golden, encoding: .utf8)) ?? ""
        if real != expected, ProcessInfo.processInfo.environment["UPDATE"] != nil {
            try Data(real.utf8).write(to: file.golden)
            Issue.record("\(name).findings was written anew: read the difference, then run again without UPDATE")
            return
        }
        #expect(real == expected)
        #expect(!real.isEmpty)
    }

    @Test(arguments: PastedFile.all(in: "silent"))
    func `What is right, or none of ours, is passed over`(file: PastedFile) throws {
        let bytes = Array(try Data(contentsOf: file.url))
        let (found, tally) = PastedFile.findings(in: bytes, file: file.url.lastPathComponent)
        #expect(found.isEmpty, "\(PastedFile.text(found, of: bytes, file: file.url.lastPathComponent))")
        #expect(!tally.isEmpty)
    }

    @Test func `Networks of several files are judged together`() {
        var problems = Diagnostics()
        var linter = Linter()
        let command = "docker network create -d macvlan --subnet 192.168.0.252/30 -o parent=eth0 "
        linter.read(Array("\(command) a".utf8), file: "node1.sh", reporting: &problems)
        linter.read(Array("\(command) b".utf8), file: "node2.sh", reporting: &problems)
        linter.judge(reporting: &problems)
        let overlaps = problems.located().filter { $0.diagnostic.rule == .sliceOverlap }
        #expect(overlaps.map { $0.location?.file } == ["node2.sh"])
        #expect(overlaps.first?.related.first?.location?.file == "node1.sh")
    }

    @Test func `A text without anything says so`() {
        for text in ["", "\n", "Hello", "{}", "networks are nice", "```\n```"] {
            let (found, tally) = PastedFile.findings(in: Array(text.utf8), file: "x")
            #expect(found.isEmpty && tally.isEmpty, "\(text)")
        }
    }
}
