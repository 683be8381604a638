/// An IPv6 address without a zone.
///
///     IPv6Address("FD00:1:0:0:0:0:0:11")?.description   // "fd00:1::11"
///
/// Reads every form of RFC 4291, section 2.2 (an embedded dotted quad too) and writes that of RFC 5952.
public struct IPv6Address: Address {
    public let bits: UInt128

    public static var width: Int { 128 }

    @inlinable public init(bits: UInt128) { self.bits = bits }

    public init(parsing text: Span<UInt8>) throws(ParseError) {
        var groups = [UInt16]()
        var gap: Int?
        var index = 0
        func byte(_ offset: Int) -> UInt8? { index + offset < text.count ? text[index + offset] : nil }
        let colon = UInt8(ascii: ":")

        if byte(0) == colon, byte(1) != colon { throw ParseError("it starts with a single colon", at: 0) }
        while index < text.count {
            if byte(0) == colon, byte(1) == colon {
                if gap != nil { throw ParseError("'::' may stand once only", at: index) }
                gap = groups.count
                index += 2
                if index == text.count { break }
            } else if !groups.isEmpty {
                if byte(0) != colon { throw ParseError("only hexadecimal digits and colons make an IPv6 address", at: index) }
                index += 1
                if index == text.count { throw ParseError("it ends with a single colon", at: index - 1) }
            }
            if groups.count == 8 { throw ParseError("there are more than eight groups", at: index) }

            let start = index
            var group: UInt32 = 0
            while let digit = byte(0).flatMap(Digits.hexadecimal) {
                group = group << 4 | UInt32(digit)
                index += 1
                if index - start > 4 { throw ParseError("a group has more than four digits", at: start) }
            }
            if byte(0) == UInt8(ascii: "."), index > start {
                if start == 0 { throw ParseError("it looks like IPv4", at: index) }
                guard groups.count <= 6 else { throw ParseError("there is no room for a dotted quad", at: start) }
                let quad: IPv4Address
                do { quad = try IPv4Address(parsing: text.extracting(start..<text.count)) } catch {
                    throw ParseError(error.reason, at: start + error.offset)
                }
                groups.append(UInt16(truncatingIfNeeded: quad.bits >> 16))
                groups.append(UInt16(truncatingIfNeeded: quad.bits))
                index = text.count
                break
            }
            if index == start {
                throw ParseError(
                    byte(0) == UInt8(ascii: "%")
                        ? "a zone does not belong here" : "only hexadecimal digits and colons make an IPv6 address",
                    at: index)
            }
            groups.append(UInt16(truncatingIfNeeded: group))
        }

        if let gap {
            if groups.count == 8 { throw ParseError("'::' stands for nothing: there are eight groups already", at: 0) }
            groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
        }
        if groups.count != 8 { throw ParseError("it has \(groups.count) of eight groups", at: text.count) }
        bits = groups.reduce(0) { $0 << 16 | UInt128($1) }
    }

    public func write(to text: inout TextBuffer) {
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> (112 - 16 * UInt128($0))) }
        let gap = Self.longestRunOfZeros(in: groups)
        var index = 0
        while index < 8 {
            if let gap, index == gap.lowerBound {
                text.append("::")
                index = gap.upperBound
                continue
            }
            if index > 0, index != gap?.upperBound { text.append(ascii: ":") }
            text.append(hexadecimal: groups[index])
            index += 1
        }
    }

    /// The run that RFC 5952 shortens: two groups at least, the longest, the first of equals.
    private static func longestRunOfZeros(in groups: [UInt16]) -> Range<Int>? {
        var longest: Range<Int>?
        var start = 0
        while start < groups.count {
            guard groups[start] == 0 else { start += 1; continue }
            let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
            if end - start > max(longest?.count ?? 0, 1) { longest = start..<end }
            start = end
        }
        return longest
    }
}
