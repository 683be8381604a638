/// A host name after RFC 1123, in lower case, with or without dots.
///
///     HostName("DS1")?.description              // "ds1"
///     HostName("ds1.example.org")?.short        // "ds1"
///     HostName("my_nas")                        // nil: named(8) refuses a zone with an underscore in an A record
public struct HostName: TextValue, Comparable {
    public let description: String

    /// How many bytes its first label has: asked for with every line that names the host.
    private let shortCount: Int

    /// Reads a name of labels `[a-z0-9]([a-z0-9-]*[a-z0-9])?` of at most 63 bytes each, at most 253 in all. Upper case is lowered.
    public init(parsing text: Span<UInt8>) throws(ParseError) {
        if text.count == 0 { throw ParseError("it is empty", at: 0) }
        if text.count > 253 { throw ParseError("it has \(text.count) bytes, and a name has at most 253", at: 253) }
        var isLower = true
        var start = 0
        var dot: Int?
        for index in text.indices {
            var byte = text[index]
            if byte &- 0x41 < 26 {
                byte |= 0x20
                isLower = false
            }
            let isEdge = index == start
            if byte == UInt8(ascii: ".") {
                try Self.checkEnd(of: text, from: start, to: index)
                start = index + 1
                dot = dot ?? index
            } else if byte == UInt8(ascii: "-") {
                if isEdge { throw ParseError("a label starts with a dash", at: index) }
            } else if Digits.decimal(byte) == nil, byte &- 0x61 >= 26 {
                throw ParseError(
                    byte == UInt8(ascii: "_") ? "'_' is not allowed in a host name" : "a host name is letters, digits, dashes and dots",
                    at: index)
            }
        }
        try Self.checkEnd(of: text, from: start, to: text.count)
        shortCount = dot ?? text.count
        description =
            isLower
            ? text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            : String(decoding: text.indices.map { text[$0] &- 0x41 < 26 ? text[$0] | 0x20 : text[$0] }, as: UTF8.self)
    }

    private static func checkEnd(of text: Span<UInt8>, from start: Int, to end: Int) throws(ParseError) {
        if start == end { throw ParseError(end == text.count && start > 0 ? "it ends with a dot" : "a label is empty", at: start) }
        if end - start > 63 {
            throw ParseError("a label (what stands between dots) has \(end - start) bytes, and at most 63 can be", at: start + 63)
        }
        if text[end - 1] == UInt8(ascii: "-") { throw ParseError("a label ends with a dash", at: end - 1) }
    }

    /// Joins names that were read already; the whole is not checked again.
    init(joined text: String) {
        description = text
        shortCount =
            text.utf8.firstIndex(of: UInt8(ascii: ".")).map { text.utf8.distance(from: text.startIndex, to: $0) } ?? text.utf8.count
    }

    public static func < (a: Self, b: Self) -> Bool { a.description < b.description }

    /// Whether it has more than one label.
    public var isQualified: Bool { shortCount < description.utf8.count }

    /// The first label.
    public var short: String { isQualified ? String(decoding: description.utf8.prefix(shortCount), as: UTF8.self) : description }

    /// The name with `domain` behind it, or the name itself where it has a dot already.
    public func qualified(by domain: HostName) -> HostName {
        isQualified ? self : HostName(joined: description + "." + domain.description)
    }

    /// Whether it is `other` or ends in it, label by label.
    public func isBelow(_ other: String) -> Bool {
        if !isQualified { return description == other }
        let outside = description.utf8.count - other.utf8.count
        guard outside >= 0, description.utf8.dropFirst(outside).elementsEqual(other.utf8) else { return false }
        return outside == 0 || description.utf8.dropFirst(outside - 1).first == UInt8(ascii: ".")
    }
}
