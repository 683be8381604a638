extension Document {
    /// What is in a list, in order.
    ///
    ///     for element in document.elements { print(element.text) }
    public struct Elements: Sequence, IteratorProtocol {
        private let storage: Storage
        private var position: Int
        private let end: Int

        init(in list: Document) {
            storage = list.storage
            position = list.index + 1
            end = list.kind == .list ? Int(storage.items[list.index].end) : 0
        }

        /// The element after the last that was given; nil where there is none.
        public mutating func next() -> Document? {
            guard position < end else { return nil }
            defer { position = Int(storage.items[position].end) }
            return Document(storage: storage, index: position)
        }
    }

    /// What is in a map, in order.
    ///
    ///     for (key, value) in document.entries where key.kind == .text { print(key.text, value.kind) }
    public struct Entries: Sequence, IteratorProtocol {
        private let storage: Storage
        private var position: Int
        private let end: Int

        init(in map: Document) {
            storage = map.storage
            position = map.index + 1
            end = map.kind == .map ? Int(storage.items[map.index].end) : 0
        }

        /// The entry after the last that was given; nil where there is none.
        public mutating func next() -> (key: Document, value: Document)? {
            guard position < end else { return nil }
            let key = position
            position = Int(storage.items[key + 1].end)
            return (Document(storage: storage, index: key), Document(storage: storage, index: key + 1))
        }
    }
}
