/// Finds the item of a document that a plan path leads to.
///
/// Big maps are indexed when they are first walked through, so that 50,000 findings among 100,000 devices stay cheap.
struct Locator: Sendable {
    let document: Document
    private var indexes: [Int: [String: Int]] = [:]
    private var elements: [Int: [Int]] = [:]

    init(_ document: Document) { self.document = document }

    /// Where a path ends: the item itself, and the key that leads to it where it is in a map.
    struct Place {
        var item: Int
        var key: Int?
        /// Whether every step of the path was there.
        var isExact = true
    }

    /// Walks as far as the document goes. What is not written is placed at the nearest thing above it that is.
    mutating func find(_ path: PlanPath) -> Place {
        var place = Place(item: document.index, key: nil)
        for step in path.steps {
            let here = document.at(place.item)
            switch step {
            case .key(let key):
                guard let found = entry(key, of: here) else { place.isExact = false; return place }
                place = Place(item: found + 1, key: found)
            case .index(let index):
                guard let element = element(index, of: here) else { place.isExact = false; return place }
                place = Place(item: element, key: nil)
            }
        }
        return place
    }

    /// The item at a place of a list.
    private mutating func element(_ index: Int, of list: Document) -> Int? {
        guard list.kind == .list else { return nil }
        if elements[list.index] == nil {
            // A short one is walked through faster than it is looked up.
            if index < 16 { return list.elements.dropFirst(index).first { _ in true }?.index }
            elements[list.index] = list.elements.map(\.index)
        }
        return elements[list.index].flatMap { $0.indices.contains(index) ? $0[index] : nil }
    }

    /// The item of the key in a map. Names are lowered when they are read, so a key that matches without case is found too.
    private mutating func entry(_ key: String, of map: Document) -> Int? {
        guard map.kind == .map else { return nil }
        if indexes[map.index] == nil, map.count <= 16 {
            for (entry, _) in map.entries where entry.kind == .text && entry.text == key { return entry.index }
            for (entry, _) in map.entries where entry.kind == .text && entry.text.lowercased() == key { return entry.index }
            return nil
        }
        if indexes[map.index] == nil {
            var index: [String: Int] = [:]
            index.reserveCapacity(map.count)
            for (entry, _) in map.entries where entry.kind == .text {
                let text = entry.text
                index[text] = entry.index
                // Most names are written as they are read.
                if text.utf8.allSatisfy({ $0 < 0x41 || (0x5B..<0x80).contains($0) }) { continue }
                let lowered = text.lowercased()
                if lowered != text, index[lowered] == nil { index[lowered] = entry.index }
            }
            indexes[map.index] = index
        }
        return indexes[map.index]?[key]
    }
}
