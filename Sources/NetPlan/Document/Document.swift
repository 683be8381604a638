/// The text of a plan as a tree of texts, lists and maps, in order, each with the place where it was written.
///
/// The tree is one array in document order: an item, then all that is below it. So 100,000 devices cost one allocation,
/// and of two items the one with the higher index stands later in the file. A `Document` is a view of that array from
/// one item on: the whole plan, or the settings of one emitter.
public struct Document: Sendable {
    /// What an item is.
    public enum Kind: UInt8, Sendable, Hashable {
        /// A scalar: any text, quoted or not.
        case text
        case list
        /// Children alternate: a key, its value.
        case map
        /// Nothing was written after the colon or the dash: an empty map, list or text.
        case empty
        /// Something that was reported while reading, and is absent for everyone after.
        case refused
    }

    struct Item: Sendable, Hashable {
        var kind: Kind
        /// Whether the text was written without quotes.
        var isPlain = false
        var text: Range<UInt32> = 0..<0
        /// The index after the last item below this one.
        var end: UInt32 = 0
        var mark: Mark
    }

    /// What all views of one file share.
    final class Storage: Sendable {
        let items: [Item]
        let text: [UInt8]
        let file: String
        let source: [UInt8]

        init(items: [Item], text: [UInt8], file: String, source: [UInt8]) {
            self.items = items
            self.text = text
            self.file = file
            self.source = source
        }
    }

    let storage: Storage

    /// The item that this view begins at.
    public let index: Int

    init(storage: Storage, index: Int) {
        self.storage = storage
        self.index = index
    }

    /// The file's name, as it is shown in messages.
    public var file: String { storage.file }

    /// The file's bytes, for the line above a caret.
    public var source: [UInt8] { storage.source }

    public var kind: Kind { storage.items[index].kind }

    /// Where it starts.
    public var mark: Mark { storage.items[index].mark }

    /// Whether it is text without quotes, as a number is.
    public var isPlain: Bool { storage.items[index].isPlain }

    /// The text; empty for anything but text.
    public var text: String { String(decoding: storage.text[Self.range(storage.items[index].text)], as: UTF8.self) }

    /// The bytes of the text.
    public func withBytes<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
        let text = storage.text
        return try body(text.span.extracting(Self.range(storage.items[index].text)))
    }

    /// Whether its text is that one: of most keys and words no `String` is made.
    func isSpelled(_ text: String) -> Bool {
        var place = Self.range(storage.items[index].text)
        if text.utf8.count != place.count { return false }
        for byte in text.utf8 where storage.text[place.removeFirst()] != byte { return false }
        return true
    }

    private static func range(_ range: Range<UInt32>) -> Range<Int> { Int(range.lowerBound)..<Int(range.upperBound) }

    /// A view of another item of the same file.
    func at(_ index: Int) -> Document { Document(storage: storage, index: index) }

    /// What is in a list; nothing for anything else.
    public var elements: Elements { Elements(in: self) }

    /// What is in a map, key and value; nothing for anything else.
    public var entries: Entries { Entries(in: self) }

    /// An empty document with the same file's name, for settings that nobody wrote.
    static func nothing(like other: Document) -> Document {
        let item = Item(kind: .empty, end: 1, mark: Mark(line: 1, column: 1))
        return Document(storage: Storage(items: [item], text: [], file: other.file, source: []), index: 0)
    }

    /// How many elements or entries it has.
    public var count: Int {
        var (count, next) = (0, index + 1)
        let end = Int(storage.items[index].end)
        while next < end {
            next = Int(storage.items[kind == .map ? next + 1 : next].end)
            count += 1
        }
        return count
    }
}
