import Foundation
import Testing

/// Every input that the fuzzers kept, and every one that once was too much: an answer, never a trap.
@Suite struct ReaderTests {
    private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Fuzz/Corpus")
        .standardized

    @Test(arguments: Reader.allCases)
    func `What the fuzzers kept is answered`(reader: Reader) throws {
        let folder = Self.corpus.appending(path: reader.rawValue)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count > 20)
        for name in names {
            let fault = reader.fault(on: Array(try Data(contentsOf: folder.appending(path: name))))
            #expect(fault == nil, "\(reader.rawValue)/\(name): \(fault ?? "")")
        }
    }
}
