internal import NetPlan

/// Its form in the journal and in a saved diff.
extension Replacement {
    static let entryKind = "file"

    var entry: Ledger.Entry {
        var entry = Ledger.Entry(Self.entryKind)
        entry.add("path", path)
        entry.add("part", part.text)
        entry.add("emitter", emitter)
        entry.add(check)
        for word in reload ?? [] { entry.add("reload", word) }
        entry.add("service", service)
        for folder in folders { entry.add("folder", folder) }
        entry.add("claim", claim?.rawValue)
        if isDeletion { entry.add("deletion", "") }
        before?.add(to: &entry, as: "before")
        after?.add(to: &entry, as: "after")
        return entry
    }

    init?(_ entry: Ledger.Entry) {
        guard let path = entry.text("path"), let part = entry.text("part").flatMap(Part.init), let emitter = entry.text("emitter") else {
            return nil
        }
        self.init(
            path: path, before: InstalledFile(entry, "before"), after: InstalledFile(entry, "after"), part: part, emitter: emitter,
            check: entry.check, reload: entry.command("reload"), service: entry.text("service"), folders: entry.texts("folder"),
            claim: entry.text("claim").flatMap(Claim.init), isDeletion: entry["deletion"] != nil)
    }
}

extension Replacement.Part {
    var text: String {
        switch self {
        case .whole: "whole"
        case .block(let site): "block \(site)"
        case .keys(let merger): "keys \(merger)"
        }
    }

    init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        switch words.first {
        case "whole": self = .whole
        case "block" where words.count == 2: self = .block(site: words[1])
        case "keys" where words.count == 2: self = .keys(merger: words[1])
        default: return nil
        }
    }
}
