internal import Apply
internal import NetPlan

/// Judges our block in a hosts file, for no program does: a line is an address and its names (hosts(5)).
struct HostsJudge: Judge {
    func faults(in content: [UInt8], part: Replacement.Part, neighbours: [(name: String, content: [UInt8])]) -> [String] {
        guard case .block(let site) = part else { return [] }
        let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        let (begin, end) = ("# BEGIN netplan-swarm \(site)", "# END netplan-swarm \(site)")
        // Taken out, it leaves what is not ours to judge.
        if !lines.contains(begin), !lines.contains(end) { return [] }
        guard let begin = lines.firstIndex(of: begin), let end = lines.firstIndex(of: end), begin < end else {
            return ["our block has no begin or no end"]
        }
        return lines[(begin + 1)..<end].compactMap { line in
            let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
            guard let address = words.first, IPAddress(address) != nil else { return "'\(line)' has no address in front" }
            guard words.count > 1, words.dropFirst().allSatisfy({ HostName($0) != nil }) else {
                return "'\(line)' has no names behind its address"
            }
            return nil
        }
    }
}
