/// What can be seen of XML before it is parsed, and must be: what libxml2 would spend minutes on.
///
/// libxml2 2.9 compares each attribute of an element with every other: 100,000 of them, in a file of one megabyte, take minutes.
/// So tags are measured first; that is done byte by byte, and wants an encoding in which ASCII is ASCII.
struct XMLShape {
    private let limits: XMLLimits
    private var line = 1

    private init(_ limits: XMLLimits) { self.limits = limits }

    /// Fails where the parser had better not see it.
    static func check(_ bytes: [UInt8], limits: XMLLimits) throws(XMLFault) {
        if bytes.isEmpty { throw XMLFault("the file is empty") }
        if bytes.count > limits.bytes { throw XMLFault("it has more than \(limits.bytes) bytes, the most that is read") }
        try checkEncoding(bytes)
        var shape = XMLShape(limits)
        try bytes.withUnsafeBufferPointer { (text) throws(XMLFault) in try shape.checkTags(text) }
    }

    private static func checkEncoding(_ bytes: [UInt8]) throws(XMLFault) {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        // UTF-16 has zeros, or a mark of its own; EBCDIC starts otherwise.
        if text.first.map({ $0 >= 0x80 || $0 == 0x4C }) == true || bytes.contains(0) { throw XMLFault("it is not in UTF-8: save it so") }
        guard text.starts(with: "<?xml".utf8) else { return }
        let declaration = String(decoding: text.prefix(256).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        guard let name = declaration.firstRange(of: "encoding") else { return }
        let value = declaration[name.upperBound...].drop { " \t\r\n='\"".contains($0) }
        if !["utf-8", "us-ascii", "ascii", "iso-8859-", "windows-125"].contains(where: value.hasPrefix) {
            throw XMLFault("its encoding is not read: save it as UTF-8", line: 1)
        }
    }

    /// Counts what may be attributes in each tag: a raw '<' stands in none of them, so that a count ends at the next one.
    private mutating func checkTags(_ text: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
        var quote: UInt8?
        var count: Int?
        for byte in text {
            switch byte {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: "<"): (count, quote) = (0, nil)
            case UInt8(ascii: ">") where quote == nil: count = nil
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if count == nil { continue }
                if quote == nil { quote = byte } else if quote == byte { quote = nil }
            case UInt8(ascii: "=") where quote == nil:
                guard let seen = count else { continue }
                if seen == limits.attributes { throw XMLFault("a tag has more than \(limits.attributes) attributes", line: line) }
                count = seen + 1
            default: continue
            }
        }
    }
}
