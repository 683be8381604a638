/// A file as it is, or is to be, on its host: every byte of it, also those that are not ours.
public struct InstalledFile: Sendable, Hashable {
    public var content: [UInt8]
    public var attributes: Attributes

    /// Adds it to an entry, each field's name behind a word: `before-content`.
    func add(to entry: inout Ledger.Entry, as word: String) {
        entry.add("\(word)-content", content)
        entry.add("\(word)-mode", String(attributes.mode, radix: 8))
        entry.add("\(word)-owner", attributes.owner.map { "\($0.user):\($0.group)" })
        for attribute in attributes.extended {
            entry.add("\(word)-xattr", attribute.name)
            entry.add("\(word)-value", attribute.value)
        }
    }

    init(_ content: [UInt8], _ attributes: Attributes) {
        self.content = content
        self.attributes = attributes
    }

    /// Nil where the entry has none under that word.
    init?(_ entry: Ledger.Entry, _ word: String) {
        guard let content = entry["\(word)-content"], let mode = entry.text("\(word)-mode").flatMap({ UInt16($0, radix: 8) }) else {
            return nil
        }
        self.init(content, Attributes(mode: mode))
        let owner = (entry.text("\(word)-owner") ?? "").split(separator: ":").compactMap { UInt32($0) }
        if owner.count == 2 { attributes.owner = Attributes.Owner(user: owner[0], group: owner[1]) }
        let values = entry.fields.filter { $0.name == "\(word)-value" }.map(\.value)
        attributes.extended = zip(entry.texts("\(word)-xattr"), values).map { Attributes.Extended(name: $0, value: $1) }
    }
}
