extension Document {
    /// A text that stands alone, as a word of a command does: what reads a plan's values reads it too, in the same words.
    ///
    ///     Document(word: "10.0.0.5/24".utf8, at: mark, in: "notes.md").prefix(IPv4Address.self, reporting: &problems)   // host-bits-set
    public init(word text: some Collection<UInt8>, at mark: Mark, in file: String) {
        let text = Array(text)
        let item = Item(kind: .text, text: 0..<UInt32(clamping: text.count), end: 1, mark: mark)
        self.init(storage: Storage(items: [item], text: text, file: file, source: []), index: 0)
    }
}
