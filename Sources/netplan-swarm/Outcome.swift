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
        for change in changes { text += "  \(Self.sign(change.kind)) \(folder)/\(change.path)\n" }
        let total = Spelling.count(count, "file")
        if isEmpty {
            text += "\(folder): \(total), nothing to change\n"
        } else {
            let changed = Spelling.count(changes.count, "file")
            text += isCheck ? "\(changed) would change; nothing was written\n" : "\(folder): \(total), \(changes.count) written or removed\n"
        }
        Terminal.error.write(text)
    }

    private static func sign(_ kind: FileChange.Kind) -> String {
        switch kind {
        case .add: "+"
        case .change: "~"
        case .remove: "-"
        }
    }
}
