/// Addresses from the first to the last, both included: the language's own range, as `192.168.0.100-192.168.0.199`.
public typealias AddressRange<A: Address> = ClosedRange<A>

extension ClosedRange where Bound: Address {
    /// How many addresses it holds; `Int.max` where that does not fit.
    @inlinable public var addressCount: Int {
        // The whole of a family is one more than its bits can say.
        let steps = Int(clamping: upperBound.bits - lowerBound.bits)
        return steps == Int.max ? Int.max : steps + 1
    }

    /// Whether every address of `other` is in this range.
    @inlinable public func contains(_ other: Self) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }

    /// `first-last`, or the address alone where there is only one.
    public var text: String {
        var buffer = TextBuffer()
        buffer.append(self)
        return String(buffer)
    }

    /// Reads `first-last`, or one address alone.
    ///
    /// Fails where either end is no address, or where the last comes before the first.
    public static func parse(_ text: Span<UInt8>) throws(ParseError) -> Self {
        guard let dash = text.indices.first(where: { text[$0] == UInt8(ascii: "-") }) else {
            if let offset = otherDash(in: text) { throw ParseError("its dash is not the plain '-'", at: offset) }
            if let offset = otherSeparator(in: text) { throw ParseError("a '-' belongs between two addresses", at: offset) }
            let address = try Bound(parsing: text)
            return address...address
        }
        let first = try end(text, 0..<dash)
        let last = try end(text, (dash + 1)..<text.count)
        guard first <= last else { throw ParseError("it is reversed: \(last) comes before \(first)", at: dash + 1) }
        return first...last
    }

    /// Where a typographer's dash or minus stands: U+2010 to U+2015, U+2212.
    private static func otherDash(in text: Span<UInt8>) -> Int? {
        text.indices.first { index in
            guard text[index] == 0xE2, index + 2 < text.count else { return false }
            return text[index + 1] == 0x80 ? (0x90...0x95).contains(text[index + 2]) : text[index + 1] == 0x88 && text[index + 2] == 0x92
        }
    }

    /// Where a blank, a comma or two dots stand.
    private static func otherSeparator(in text: Span<UInt8>) -> Int? {
        text.indices.first { index in
            let isDot = text[index] == UInt8(ascii: ".") && index + 1 < text.count && text[index + 1] == UInt8(ascii: ".")
            return isDot || text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: ",")
        }
    }

    /// One of its two addresses. What is wrong with it is said of that part.
    private static func end(_ text: Span<UInt8>, _ part: Range<Int>) throws(ParseError) -> Bound {
        if part.isEmpty { throw ParseError("one end of it is missing", at: part.lowerBound) }
        do { return try Bound(parsing: text.extracting(part)) } catch {
            let written = String(decoding: part.map { text[$0] }, as: UTF8.self)
            throw ParseError("'\(written)' is no address (\(error.reason))", at: part.lowerBound + error.offset)
        }
    }
}
