internal import Apply
internal import NetPlan
internal import Wire

/// What `generate` changed, or would change.
struct Outcome {
    let folder: String
    let changes: [FileChange]
    let lock: LockChange
    /// How many files there are in all.
    let count: Int

    var isEmpty: Bool { changes.isEmpty && !lock.isNeeded }

    /// Tells a person on standard error, or a program on standard output.
    func report(asJSON: Bool, isCheck: Bool) throws(Failure) {
        if asJSON {
            let listed = changes.map { (kind: $0.kind.rawValue, path: $0.path) }
            try StandardOutput.write(JSON.changes(listed, folder: folder, lock: lock.isNeeded ? lock.lines : [], written: !isCheck))
            return
        }
        var text = ""
        if lock.isNeeded { text += "\(isCheck ? "would change" : "wrote") \(lock.path)\n\(lock.text)" }
        for change in listed { text += "  \(Self.sign(change.kind)) \(folder)/\(change.path)\n" }
        text +=
            "\(folder): \(Spelling.count(count, "file"))\(summary)\(isCheck && !isEmpty ? "; nothing was written, this was a check" : "")\n"
        Terminal.error.write(text)
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
