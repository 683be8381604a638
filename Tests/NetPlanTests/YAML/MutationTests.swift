import NetPlan
import Testing

/// Broken plans of every sort: nothing traps, and what is found has a place inside the file.
struct MutationTests {
    @Test(arguments: 0..<8)
    func noPlanIsTooBroken(_ part: Int) {
        for seed in stride(from: part, to: 20_000, by: 8) {
            var random = SplitMix64(seed: UInt64(seed))
            // Most plans are the small ones: they take a tenth of the time.
            let plan = random.once(in: 10) ? Plans.full : random.once(in: 2) ? Plans.smallest : Plans.faults
            let bytes = Self.mutated(plan, &random)
            let run = Run(bytes, lock: random.once(in: 4) ? Self.mutated(Array(LockTextTests.whole.utf8), &random) : nil)
            let lines = bytes.count { $0 == 0x0A } + bytes.count { $0 == 0x0D } + 1
            for found in run.findings where found.location?.file == Run.file {
                let mark = found.location?.mark
                #expect(mark.map { $0.line >= 1 && $0.column >= 1 && Int($0.line) <= lines } ?? false, "seed \(seed): \(found.text)")
            }
            #expect(run.plan != nil || !run.errors.isEmpty, "seed \(seed): nothing is said")
        }
    }

    private static let pieces = [
        "auto", "{", "}", "[", "]", ": ", "- ", "\n", "  ", "\t", "&a ", "*a", "192.168.0.0/24", "0.0.0.0/0", "255.255.255.255",
        "255.255.255.255/32", "::", "fd00::/128",
        "10.0.0.0/8", "\"", "'", "~", "<<", "!!str ", "ds1", "all-nodes", "0", "-1", "99999999999999999999", "true", "\u{FEFF}", "\u{202E}",
        "\0", "# ", "---\n", "32", "1",
        "lan: home", "192.168.0.1-192.168.0.255", "0.0.0.0-255.255.255.255", "ff:ff:ff:ff:ff:ff", "20.10", "dhcp", "nodes", "size: 1",
        "mode: subnet, scope: local",
    ]

    static func mutated(_ original: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = original
        for _ in 0..<random.within(1...4) {
            let place = random.below(bytes.count + 1)
            let end = min(bytes.count, place + random.below(12))
            switch random.below(6) {
            case 0: bytes.insert(UInt8(random.below(256)), at: place)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: random.pick(pieces).utf8, at: place)
            case 3: bytes.replaceSubrange(place..<end, with: random.pick(pieces).utf8)
            case 4:
                // A line twice, or somewhere else.
                var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
                let line = lines[random.below(lines.count)]
                lines.insert(line, at: random.below(lines.count + 1))
                bytes = Array(lines.joined(separator: [0x0A]))
            default:
                // A value in the place of another: the words between blanks.
                var words = bytes.split(separator: 0x20, omittingEmptySubsequences: false)
                let (from, to) = (random.below(words.count), random.below(words.count))
                words[to] = words[from]
                bytes = Array(words.joined(separator: [0x20]))
            }
        }
        return bytes
    }
}
