/// An answer by which an engine says no: what it was asked, the status, and its words.
struct EngineRefusal: Sendable, Hashable {
    /// "GET /networks"
    let request: String
    let status: Int
    /// Without what only programmers read.
    let words: String

    init(request: String, status: Int, words: String) {
        self.request = request
        self.status = status
        // "rpc error: code = Unknown desc = update out of sequence"
        self.words = words.range(after: " desc = ").map(String.init) ?? words
    }

    var sentence: String {
        "Docker refuses '\(request)': \(words.isEmpty ? "no reason given (status \(status))" : words)"
    }

    /// What is meant by it. Docker 20.10 says 500 to most of these, so its words decide before its status.
    enum Meaning: Hashable {
        /// The name is taken.
        case exists
        case missing
        /// Something is attached, runs in it, or takes its settings from it.
        case inUse
        /// Somebody else changed it meanwhile.
        case outOfSequence
        case other
    }

    var meaning: Meaning {
        let hits: [(String, Meaning)] = [
            ("already exists", .exists),
            // Where two managers make it at the same moment (measured, 20.10 and 28.5).
            ("name conflicts with an existing object", .exists),
            ("has active endpoints", .inUse), ("is in use", .inUse), ("out of sequence", .outOfSequence), ("not found", .missing),
        ]
        if let hit = hits.first(where: { words.contains($0.0) }) { return hit.1 }
        return status == 404 ? .missing : .other
    }
}

extension String {
    /// What follows a text in it; nil where that is not there.
    fileprivate func range(after mark: String) -> Substring? {
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(mark) { return rest.dropFirst(mark.count) }
            rest = rest.dropFirst()
        }
        return nil
    }
}
