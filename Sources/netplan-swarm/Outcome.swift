internal import Apply
internal import NetPlan
internal import Wire

/// What `generate` changed, or would change.
struct Outcome {
    let folder: String
    let changes: [FileChange]
    /// Only where it is to change.
    let lock: LockChange?
    /// How many files there are in all.
    let count: Int

    var isEmpty: Bool { changes.isEmpty && lock == nil }

    /// Tells a person on standard error, or a program on standard output.
    func report(asJSON: Bool, isCheck: Bool) throws(Failure) {
        if asJSON {
            let listed = changes.map { (kind: $0.kind.rawValue, path: $0.path) }
            try StandardOutput.write(JSON.changes(listed, folder: folder, lock: lock?.lines ?? [], written: !isCheck))
            return
        }
        var text = ""
        if let lock { text += "\(isCheck ? "would change" : "wrote") \(lock.path)\n\(lock.text)" }
        text += lines.map { "  \($0)\n" }.joined()
        text +=
            "\(folder): \(Spelling.count(count, "file"))\(summary)\(isCheck && !isEmpty ? "; nothing was written, this was a check" : "")\n"
        Terminal.error.write(text)
    }

    /// A line for each change; one for many of a kind in one place, as the same block on each of forty nodes.
    private var lines: [String] {
        let groups = Dictionary(grouping: listed) { change in
            [Self.sign(change.kind)] + change.path.split(separator: "/").prefix(1).map(String.init)
        }
        return groups.sorted { ($0.key[1], $0.key[0]) < ($1.key[1], $1.key[0]) }.flatMap { key, changes in
            changes.count > 8 ? ["\(key[0]) \(folder)/\(key[1]): \(changes.count) files"] : changes.map { "\(key[0]) \(folder)/\($0.path)" }
        }
    }

    /// The manifest follows from the others: nobody asks for it.
    private var listed: [FileChange] { changes.filter { $0.path != Manifest.fileName } }

    /// `, 2 new, 1 changed`.
    private var summary: String {
        let words: [(FileChange.Kind, String)] = [(.add, "new"), (.change, "changed"), (.remove, "removed")]
        let counts = words.compactMap { kind, word -> String? in
            let number = listed.count { $0.kind == kind }
            return number == 0 ? nil : ", \(number) \(word)"
        }
        return counts.isEmpty ? ", nothing to change" : counts.joined()
    }

    private static func sign(_ kind: FileChange.Kind) -> String {
        switch kind {
        case .add: "+"
        case .change: "~"
        case .remove: "-"
        }
    }
}
