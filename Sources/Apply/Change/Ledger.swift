/// Entries of named fields, as bytes that hold any content and know when they are torn.
///
///     netplan-swarm journal 1
///     file 2
///     path 10
///     /etc/hosts
///     after 20
///     192.168.0.11	ds1
///
///     end 5f0c…
///
/// Each entry says its kind and how many fields follow; each field its name and how many bytes follow, before a line feed. The last
/// line is the SHA-256 of all before it. The journal, the record of what was written and a saved diff are kept in this form.
public struct Ledger: Sendable, Hashable {
    /// One thing in it.
    public struct Entry: Sendable, Hashable {
        /// A word in lower case.
        public let kind: String
        /// In order; a name may come again.
        public private(set) var fields: [Field] = []

        /// A name, a word in lower case, and any bytes.
        public struct Field: Sendable, Hashable {
            public let name: String
            public let value: [UInt8]
        }

        public init(_ kind: String) { self.kind = kind }

        /// Adds a field; nothing where the value is nil.
        public mutating func add(_ name: String, _ value: [UInt8]?) {
            if let value { fields.append(Field(name: name, value: value)) }
        }

        /// Adds a field of text; nothing where the value is nil.
        public mutating func add(_ name: String, _ value: String?) { add(name, value.map { Array($0.utf8) }) }

        /// The first field of that name.
        public subscript(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

        /// The first field of that name, as text.
        public func text(_ name: String) -> String? { self[name].map { String(decoding: $0, as: UTF8.self) } }

        /// Every field of that name, as text.
        public func texts(_ name: String) -> [String] {
            fields.filter { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
        }

        /// The words of a command; nil where there are none.
        func command(_ name: String) -> [String]? {
            let words = texts(name)
            return words.isEmpty ? nil : words
        }
    }

    /// What it is: "journal", "record", "diff".
    let kind: String
    var entries: [Entry] = []

    init(_ kind: String, _ entries: [Entry] = []) {
        self.kind = kind
        self.entries = entries
    }

    private static let version = 1

    var bytes: [UInt8] {
        var bytes = Array("netplan-swarm \(kind) \(Self.version)\n".utf8)
        for entry in entries {
            bytes += "\(entry.kind) \(entry.fields.count)\n".utf8
            for field in entry.fields {
                bytes += "\(field.name) \(field.value.count)\n".utf8
                bytes += field.value
                bytes.append(0x0A)
            }
        }
        return bytes + Array("end \(Digest.sha256(bytes))\n".utf8)
    }

    /// Whether another version of the program wrote it, whose words may mean something else.
    static func isForeign(_ bytes: [UInt8], _ kind: String) -> Bool {
        let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        return line.hasPrefix("netplan-swarm \(kind) ") && line != "netplan-swarm \(kind) \(version)"
    }

    /// Nil where it is torn, or not one of that kind.
    init?(_ kind: String, reading bytes: [UInt8]) {
        let end = "end \(String(repeating: "0", count: 64))\n".utf8.count
        guard bytes.count > end else { return nil }
        let body = Array(bytes.dropLast(end))
        guard bytes.suffix(end).elementsEqual("end \(Digest.sha256(body))\n".utf8) else { return nil }
        var rest = body[...]
        guard Self.line(&rest) == "netplan-swarm \(kind) \(Self.version)" else { return nil }
        self.init(kind)
        while !rest.isEmpty {
            guard let (kind, count) = Self.counted(&rest) else { return nil }
            var entry = Entry(kind)
            for _ in 0..<count {
                guard let (name, size) = Self.counted(&rest), size < rest.count else { return nil }
                entry.add(name, Array(rest.prefix(size)))
                rest = rest.dropFirst(size + 1)
            }
            entries.append(entry)
        }
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    /// `path 10`.
    private static func counted(_ rest: inout ArraySlice<UInt8>) -> (word: String, count: Int)? {
        guard let line = line(&rest), let blank = line.lastIndex(of: " "), let count = Int(line[line.index(after: blank)...]), count >= 0
        else { return nil }
        return (String(line[..<blank]), count)
    }
}
