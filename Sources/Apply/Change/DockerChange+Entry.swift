internal import Docker
internal import FoundationEssentials

/// Its form in the journal and in a saved diff.
extension DockerChange {
    static let entryKind = "docker"

    func entry(socket: String) -> Ledger.Entry {
        var entry = Ledger.Entry(Self.entryKind)
        entry.add("socket", socket)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and lists of texts alone: there is nothing in it that JSON can't say.
        entry.add("change", (try? encoder.encode(self)).map(Array.init))
        return entry
    }

    init?(_ entry: Ledger.Entry) {
        guard let bytes = entry["change"], let change = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = change
    }
}
