/// A fixed-width network address: `IPv4Address`, `IPv6Address` or `MACAddress`.
///
/// What prefixes, ranges, sets and the allocator do, they do once, for any `Address`.
public protocol Address: TextValue, Comparable {
    /// An integer that holds every address of the family.
    associatedtype Bits: FixedWidthInteger & UnsignedInteger & Sendable

    /// How many bits an address has: 32, 48 or 128.
    static var width: Int { get }

    /// The address as a number, most significant octet first. Bits above `width` are zero.
    var bits: Bits { get }

    /// The address with this number; bits above `width` are dropped.
    init(bits: Bits)

    /// Appends the canonical text.
    func write(to text: inout TextBuffer)
}

extension Address {
    @inlinable public static func < (a: Self, b: Self) -> Bool { a.bits < b.bits }

    public var description: String {
        var text = TextBuffer()
        write(to: &text)
        return String(text)
    }

    /// The address after this one; nil after the last of the family.
    @inlinable public var next: Self? { bits == Self.last.bits ? nil : Self(bits: bits + 1) }

    /// The address before this one; nil before the first of the family.
    @inlinable public var previous: Self? { bits == 0 ? nil : Self(bits: bits - 1) }

    /// The highest address of the family, as `255.255.255.255`.
    @inlinable public static var last: Self { Self(bits: Bits.max >> (Bits.bitWidth - width)) }
}
