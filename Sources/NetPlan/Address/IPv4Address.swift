/// An IPv4 address.
///
///     IPv4Address("192.168.0.11")?.bits        // 0xC0A8000B
///     IPv4Address("192.168.0.011")             // nil: a leading zero is octal to some programs, decimal to others
///
/// Text is the dotted quad of RFC 6943, section 3.1.1 ("strict"): four decimal octets, no leading zeros.
public struct IPv4Address: Address {
    public let bits: UInt32

    public static var width: Int { 32 }

    @inlinable public init(bits: UInt32) { self.bits = bits }

    public init(parsing text: Span<UInt8>) throws(ParseError) {
        var bits: UInt32 = 0
        var octet: UInt32 = 0
        var digits = 0
        var octets = 0
        if text.count == 0 { throw ParseError("it is empty", at: 0) }
        for index in text.indices {
            let byte = text[index]
            if let digit = Digits.decimal(byte) {
                if digits == 1, octet == 0 {
                    throw Self.fault("an octet starts with a zero, which some programs read as octal", at: index - 1, in: text)
                }
                octet = octet * 10 + UInt32(digit)
                digits += 1
                if digits > 3 || octet > 255 {
                    throw Self.fault("octet \(Self.octet(around: index, in: text)) is over 255", at: index + 1 - digits, in: text)
                }
            } else if byte == UInt8(ascii: ".") {
                if digits == 0 { throw ParseError("an octet is empty", at: index) }
                if octets == 3 { throw ParseError("there are more than four octets", at: index) }
                bits = bits << 8 | octet
                (octet, digits, octets) = (0, 0, octets + 1)
            } else {
                throw Self.stranger(at: index, in: text)
            }
        }
        if octets < 3 { throw ParseError("it has \(octets + (digits > 0 ? 1 : 0)) of four octets", at: text.count) }
        if digits == 0 { throw ParseError("the last octet is empty", at: text.count) }
        self.bits = bits << 8 | octet
    }

    /// What is wrong with a byte that is neither digit nor dot.
    private static func stranger(at index: Int, in text: Span<UInt8>) -> ParseError {
        switch text[index] {
        case UInt8(ascii: ":"): fault("there is a port behind it", at: index, in: text)
        case UInt8(ascii: "/"): fault("only a network has a length behind a '/'", at: index, in: text)
        case UInt8(ascii: " "): fault("it holds a blank", at: index, in: text)
        default: fault("only digits and dots make an IPv4 address", at: index, in: text)
        }
    }

    /// A text with several colons is another kind of address, whatever else is wrong with it.
    private static func fault(_ reason: @autoclosure () -> String, at index: Int, in text: Span<UInt8>) -> ParseError {
        let colons = text.indices.count { text[$0] == UInt8(ascii: ":") }
        return ParseError(colons > 1 ? "it has colons, as IPv6 and MAC addresses have" : reason(), at: index)
    }

    /// The run of digits that `index` is part of, for messages; at most eight of them.
    private static func octet(around index: Int, in text: Span<UInt8>) -> String {
        var (start, end) = (index, index + 1)
        while start > 0, Digits.decimal(text[start - 1]) != nil { start -= 1 }
        while end < text.count, end - start < 8, Digits.decimal(text[end]) != nil { end += 1 }
        return String(decoding: (start..<end).map { text[$0] }, as: UTF8.self)
    }

    public func write(to text: inout TextBuffer) {
        text.append(upTo: 15) { span in
            for shift in stride(from: UInt32(24), through: 0, by: -8) {
                span.append(number: UInt8(truncatingIfNeeded: bits >> shift))
                if shift > 0 { span.append(ascii: ".") }
            }
        }
    }
}
