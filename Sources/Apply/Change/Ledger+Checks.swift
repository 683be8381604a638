internal import NetPlan

/// How a file is judged, in an entry: the words of a program, or the name of one of our own.
extension Ledger.Entry {
    mutating func add(_ check: FileArtifact.Check?) {
        switch check {
        case .command(let words): for word in words { add("check", word) }
        case .builtin(let name): add("builtin", name)
        case nil: break
        }
    }

    var check: FileArtifact.Check? {
        let words = texts("check")
        return words.isEmpty ? text("builtin").map { .builtin($0) } : .command(words)
    }
}
