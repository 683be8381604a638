internal import Apply
internal import NetPlan
internal import Wire

/// Docker's daemon.json: merged key by key, and judged by dockerd itself where that can (23.0 and later; 20.10 knows no `--validate`).
struct DockerDaemonJudge: Merger {
    func faults(in content: [UInt8], part: Replacement.Part, neighbours: [(name: String, content: [UInt8])]) -> [String] {
        do { _ = try JSONText(reading: content) } catch { return [error.reason] }
        return []
    }

    var programs: [[String]] { [["dockerd", "--validate", "--config-file", "{}"]] }

    func part(of content: [UInt8], like ours: [UInt8]) throws(Failure) -> [UInt8]? {
        let (live, wanted) = (try read(content), try read(ours))
        let present = wanted.members.compactMap { member in live[member.key].map { (member, $0) } }
        if present.isEmpty { return nil }
        if present.count == wanted.members.count, present.allSatisfy({ $0.compact == $1.compact }) { return ours }
        var part = JSONText.empty
        for (_, member) in present { try explaining { () throws(WireError) in try part.set(member.key, to: live.value(of: member)) } }
        return part.text
    }

    /// dockerd does not start with a file of no bytes.
    var nothing: [UInt8] { Array("{}\n".utf8) }

    func merging(_ new: [UInt8]?, replacing old: [UInt8]?, into content: [UInt8]) throws(Failure) -> [UInt8]? {
        if content.isEmpty { return new }
        var live = try read(content)
        let (wanted, had) = (try new.map(read) ?? .empty, try old.map(read) ?? .empty)
        try explaining { () throws(WireError) in
            for member in had.members where wanted[member.key] == nil { try live.remove(member.key) }
            for member in wanted.members where live[member.key]?.compact != member.compact {
                try live.set(member.key, to: wanted.value(of: member))
            }
        }
        return live.members.isEmpty ? nil : live.text
    }

    private func read(_ content: [UInt8]) throws(Failure) -> JSONText {
        try explaining { () throws(WireError) in try JSONText(reading: content) }
    }

    private func explaining<Result>(_ body: () throws(WireError) -> Result) throws(Failure) -> Result {
        do { return try body() } catch { throw Failure("daemon.json is not as dockerd takes it (\(error.reason)): mend it first") }
    }
}
