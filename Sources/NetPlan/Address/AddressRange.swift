/// Addresses from the first to the last, both included: the language's own range, as `192.168.0.100-192.168.0.199`.
public typealias AddressRange<A: Address> = ClosedRange<A>

extension ClosedRange where Bound: Address {
    /// How many addresses it holds; `Int.max` where that does not fit.
    public var addressCount: Int {
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
            let address = try Bound(parsing: text)
            return address...address
        }
        let first = try Bound(parsing: text.extracting(0..<dash))
        let last: Bound
        do { last = try Bound(parsing: text.extracting((dash + 1)..<text.count)) } catch {
            throw ParseError(error.reason, at: dash + 1 + error.offset)
        }
        guard first <= last else { throw ParseError("the range is reversed: \(last) comes before \(first)", at: dash + 1) }
        return first...last
    }
}
