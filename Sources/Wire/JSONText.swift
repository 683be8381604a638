/// An object in JSON (RFC 8259) as it is written: its own members, each with its place, so that one can be changed and the rest stays
/// as it is, to the byte.
public struct JSONText: Sendable, Hashable {
    /// A key with its value.
    public struct Member: Sendable, Hashable {
        public let key: String
        /// From the quote of its key to the end of its value.
        let range: Range<Int>
        let value: Range<Int>
        /// The value without blanks: two that are the same have the same.
        public let compact: [UInt8]
    }

    private(set) var bytes: [UInt8]
    public private(set) var members: [Member] = []
    /// Behind the brace that opens it.
    private var start = 0

    /// Reads an object. Nothing at all is an empty one. Fails where it is none, or has a key twice.
    public init(reading bytes: [UInt8]) throws(WireError) {
        var scanner = JSONScanner(bytes)
        scanner.skipBlanks()
        if scanner.isAtEnd {
            self = .empty
            return
        }
        self.bytes = bytes
        (start, members) = try scanner.object()
        scanner.skipBlanks()
        guard scanner.isAtEnd else { throw scanner.error("there is more behind the object") }
        var keys = Set<String>()
        for member in members where !keys.insert(member.key).inserted { throw WireError(reason: "it has the key '\(member.key)' twice") }
    }

    /// An object without members.
    public static let empty = JSONText()

    private init() {
        bytes = Array("{\n}\n".utf8)
        start = 1
    }

    /// The member of that key.
    public subscript(_ key: String) -> Member? { members.first { $0.key == key } }

    /// The bytes of a member's value, as they are written.
    public func value(of member: Member) -> [UInt8] { Array(bytes[member.value]) }

    /// Gives a key another value, behind all others where it is new.
    public mutating func set(_ key: String, to value: [UInt8]) throws(WireError) {
        if let member = self[key] {
            bytes.replaceSubrange(member.value, with: value)
        } else {
            var name = JSONWriter()
            name.string(key)
            let line = Array(name.finish().dropLast()) + Array(": ".utf8) + value
            if let last = members.last {
                bytes.insert(contentsOf: Array(",\n  ".utf8) + line, at: last.range.upperBound)
            } else {
                bytes.insert(contentsOf: Array("\n  ".utf8) + line, at: start)
            }
        }
        self = try JSONText(reading: bytes)
    }

    /// Takes a key out, with the comma that it leaves.
    public mutating func remove(_ key: String) throws(WireError) {
        guard let index = members.firstIndex(where: { $0.key == key }) else { return }
        let isLast = index == members.count - 1
        let lower = index == 0 ? start : members[index - 1].range.upperBound
        let upper = members[index].range.upperBound
        // The comma before it goes; before the first is none, and the one behind goes.
        bytes.removeSubrange(index == 0 && !isLast ? members[0].range.lowerBound..<members[1].range.lowerBound : lower..<upper)
        self = try JSONText(reading: bytes)
    }

    /// As it is written now.
    public var text: [UInt8] { bytes }
}
