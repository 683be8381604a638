import Foundation
import Linting
import NetPlan
import Testing

/// Any bytes: no fault of the program, no long wait, and every place inside the text.
@Suite struct HostileTextTests {
    private static let pasted = (PastedFile.all(in: "found") + PastedFile.all(in: "silent")).map {
        (try? Data(contentsOf: $0.url)) ?? Data()
    }

    @Test(arguments: 0..<8)
    func `A text that was damaged is read`(seed: Int) {
        var random = Dice(seed: UInt64(seed))
        for _ in 0..<60 {
            var bytes = Array(Self.pasted[Int.random(in: 0..<Self.pasted.count, using: &random)])
            for _ in 0..<Int.random(in: 1...12, using: &random) { damage(&bytes, with: &random) }
            check(bytes)
        }
    }

    @Test(arguments: 0..<4)
    func `A text of pieces in any order is read`(seed: Int) {
        var random = Dice(seed: UInt64(100 + seed))
        let pieces = [
            "docker network create ", "--subnet=", "10.0.0.0/24", "'", "\"", "\\\n", "\n", "```\n", "`", "$(", "{", "}", ";", "[", "]",
            "networks:\n",
            "  a: ", "range ", "10.0.0.1 ", "> ", "# ", "    ", "<<EOF\n", "EOF\n", "---\n", "\"IPAM\"", ",", "=", "é", "\u{FFFF}", "\t",
            "-o parent=",
            "&&", "<", "subnet 10.0.0.0 netmask 255.0.0.0 ", "option routers ", "host x {", "fixed-address ", "hardware ethernet ", "!tag ",
            "*a",
            "&a ", ": ", "- ", "^\n", "class \"x\" { match if substring(hardware,1,3) = ",
        ]
        for _ in 0..<150 {
            let count = Int.random(in: 1...60, using: &random)
            let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            check(Array(text.utf8))
        }
    }

    @Test(arguments: [
        "[", "{\"IPAM\":[", "group {", "docker network create ", "docker network create '\n", "docker network create \"\n",
        "docker network create \\\n", "`docker network create -d macvlan --subnet=1.2.3.4/30 x` ", "> ", "```\n", "cat <<E\n",
        "networks:\n---\n",
        "range 10.0.0.1 10.0.0.9;\n", "option routers 1.1.1.1\n", "docker network create --subnet 10.0.0.0/24 a;", "$(", "\u{0301}",
    ])
    func `A hundred thousand of one thing take no time`(piece: String) {
        // Ten times as much may take ten times as long, and some; not a hundred times. Only what this thread itself took is counted.
        func seconds(_ count: Int) -> Double {
            // A dhcpd.conf is known by a statement of its own.
            let start = piece == "group {" ? "range 10.0.0.1 10.0.0.2;\n" : ""
            let bytes = Array((start + String(repeating: piece, count: count)).utf8)
            let before = Self.processorTime
            _ = PastedFile.findings(in: bytes, file: "x")
            return Self.processorTime - before
        }
        let count = 100_000 / max(piece.utf8.count, 1)
        let (short, long) = (seconds(count / 10), seconds(count))
        #expect(long < short * 30 + 0.5, "\(short), then \(long)")
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func damage(_ bytes: inout [UInt8], with random: inout Dice) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, index + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 1...255, using: &random)
        case 1: bytes.removeSubrange(index..<end)
        case 2: bytes.insert(contentsOf: Array(bytes[index..<end]), at: Int.random(in: 0...bytes.count, using: &random))
        default: bytes.insert("'\"`{}[]\\$#;\n".utf8.randomElement(using: &random) ?? 0x20, at: index)
        }
    }

    private func check(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for finding in PastedFile.findings(in: bytes, file: "x").found {
            for location in [finding.location] + finding.related.map(\.location) {
                guard let mark = location?.mark else { continue }
                #expect((1...max(lines.count, 1)).contains(Int(mark.line)), "\(finding.diagnostic.message)")
                guard lines.indices.contains(Int(mark.line) - 1) else { continue }
                let length = String(decoding: lines[Int(mark.line) - 1], as: UTF8.self).unicodeScalars.count
                #expect(
                    (1...(length + 1)).contains(Int(mark.column)),
                    "\(finding.diagnostic.message): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }
}
