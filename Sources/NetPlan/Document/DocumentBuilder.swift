/// Puts a `Document` together from what a reader meets, in order.
///
///     var builder = DocumentBuilder(file: "plan.yaml", source: bytes)
///     builder.begin(.map, at: mark)
///     builder.text("version".utf8.span, isPlain: true, at: mark)
///     builder.text("1".utf8.span, isPlain: true, at: mark)
///     builder.end(reporting: &problems)
///     let document = builder.document
public struct DocumentBuilder {
    private var items: [Document.Item] = []
    private var text: [UInt8] = []
    private let file: String
    private let source: [UInt8]
    /// The lists and maps that are open, and how many children each has so far.
    private var open: [(index: Int, children: Int)] = []

    public init(file: String, source: [UInt8]) {
        self.file = file
        self.source = source
        text.reserveCapacity(source.count)
        items.reserveCapacity(source.count / 8)
    }

    /// The index that the next item gets.
    public var next: Int { items.count }

    /// How many lists and maps are open.
    public var depth: Int { open.count }

    /// Whether what comes next is a key of the innermost map.
    public var expectsKey: Bool {
        guard let innermost = open.last, items[innermost.index].kind == .map else { return false }
        return innermost.children % 2 == 0
    }

    /// The whole, once everything that was opened is closed.
    public var document: Document {
        Document(storage: Document.Storage(items: items, text: text, file: file, source: source), index: 0)
    }

    private mutating func append(_ item: Document.Item) {
        if !open.isEmpty { open[open.count - 1].children += 1 }
        var item = item
        item.end = UInt32(items.count + 1)
        items.append(item)
    }

    public mutating func begin(_ kind: Document.Kind, at mark: Mark) {
        append(Document.Item(kind: kind, mark: mark))
        open.append((items.count - 1, 0))
    }

    public mutating func text(_ bytes: Span<UInt8>, isPlain: Bool, at mark: Mark) {
        let start = UInt32(text.count)
        bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
        append(Document.Item(kind: .text, isPlain: isPlain, text: start..<UInt32(text.count), mark: mark))
    }

    /// Something without content: `.empty`, or `.refused` where it was reported.
    public mutating func nothing(_ kind: Document.Kind, at mark: Mark) {
        append(Document.Item(kind: kind, mark: mark))
    }

    /// How many items stand at and below `source`; nil while it is still open.
    public func size(of source: Int) -> Int? {
        guard items.indices.contains(source), !open.contains(where: { $0.index == source }) else { return nil }
        return Int(items[source].end) - source
    }

    /// How many lists and maps lie in one another at and below `source`: 0 for a text.
    public func depth(below source: Int) -> Int {
        guard let size = size(of: source) else { return 0 }
        var ends: [UInt32] = []
        var deepest = 0
        for index in source..<(source + size) where items[index].kind == .list || items[index].kind == .map {
            while let end = ends.last, end <= index { ends.removeLast() }
            ends.append(items[index].end)
            deepest = max(deepest, ends.count)
        }
        return deepest
    }

    /// Repeats what stands from `source` on, for an alias. A text takes the alias's own place.
    public mutating func copy(_ source: Int, at mark: Mark) {
        guard let size = size(of: source) else { return }
        let shift = UInt32(items.count - source)
        if !open.isEmpty { open[open.count - 1].children += 1 }
        for index in source..<(source + size) {
            var item = items[index]
            item.end += shift
            if index == source, item.kind == .text { item.mark = mark }
            items.append(item)
        }
    }

    /// Closes the innermost list or map. In a map, a key that was there already is reported and taken out of the way.
    public mutating func end(reporting problems: inout Diagnostics) {
        guard let (index, children) = open.popLast() else { return }
        items[index].end = UInt32(items.count)
        guard items[index].kind == .map else { return }
        if children <= 32, !repeatsAnyKey(of: index) { return }
        let keys = keys(of: index)
        let repeated = Repeated(keys.map(checksum))
        if !repeated.isEmpty { refuseDuplicates(keys.filter { repeated.contains(checksum($0)) }, reporting: &problems) }
    }

    private func keys(of map: Int) -> [Int] {
        var keys: [Int] = []
        var next = map + 1
        while next < Int(items[map].end) {
            if items[next].kind == .text { keys.append(next) }
            next = Int(items[next + 1].end)
        }
        return keys
    }

    private func checksum(_ item: Int) -> UInt64 {
        var sum = Checksum()
        sum.add(bytes(item).span)
        return sum.number
    }

    /// Looking at each pair is cheaper than a hash table for the few keys that most maps have.
    private func repeatsAnyKey(of map: Int) -> Bool {
        var key = map + 1
        while key < Int(items[map].end) {
            var other = map + 1
            while other < key {
                if items[other].kind == .text, items[key].kind == .text, bytes(key) == bytes(other) { return true }
                other = Int(items[other + 1].end)
            }
            key = Int(items[key + 1].end)
        }
        return false
    }

    private func bytes(_ item: Int) -> ArraySlice<UInt8> {
        text[Int(items[item].text.lowerBound)..<Int(items[item].text.upperBound)]
    }

    private mutating func refuseDuplicates(_ keys: [Int], reporting problems: inout Diagnostics) {
        var seen: [ArraySlice<UInt8>: Int] = [:]
        seen.reserveCapacity(keys.count)
        for key in keys {
            guard let first = seen[bytes(key)] else { seen[bytes(key)] = key; continue }
            problems.report(
                .duplicateKey, at: .mark(file: file, items[key].mark),
                "the key '\(String(decoding: bytes(key), as: UTF8.self))' is here again", help: "keep one of them",
                related: [Related("the first is here", at: .mark(file: file, items[first].mark))])
            items[key].kind = .refused
            items[key + 1].kind = .refused
        }
    }
}
