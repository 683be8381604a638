/// A block of addresses that share their first bits, as `192.168.0.0/24`.
///
/// Host bits are zero by construction: an address *in* a network is two values, not one.
public struct Prefix<A: Address>: Sendable, Hashable {
    /// The lowest address of the block.
    public let first: A

    /// How many leading bits are shared: 0 to `A.width`.
    public let length: Int

    /// The block of that length around `address`; its host bits are cleared. `length` is held within 0 and `A.width`.
    @inlinable public init(around address: A, length: Int) {
        self.length = min(max(length, 0), A.width)
        first = A(bits: address.bits & ~Self.hostMask(self.length))
    }

    /// Ones where a prefix of this length leaves the host free.
    @inlinable static func hostMask(_ length: Int) -> A.Bits {
        length == 0 ? A.last.bits : A.last.bits >> length
    }

    /// The highest address of the block.
    @inlinable public var last: A { A(bits: first.bits | Self.hostMask(length)) }

    /// From the lowest address to the highest.
    @inlinable public var range: ClosedRange<A> { first...last }

    /// How many addresses the block has; `Int.max` where that does not fit.
    public var count: Int { range.addressCount }

    @inlinable public func contains(_ address: A) -> Bool { first <= address && address <= last }
    @inlinable public func contains(_ other: Self) -> Bool { length <= other.length && contains(other.first) }
    @inlinable public func contains(_ range: ClosedRange<A>) -> Bool { first <= range.lowerBound && range.upperBound <= last }
    @inlinable public func overlaps(_ other: Self) -> Bool { contains(other) || other.contains(self) }

    /// The netmask, as `255.255.255.0`.
    public var mask: A { A(bits: A.last.bits & ~Self.hostMask(length)) }
}

extension Prefix: Comparable {
    @inlinable public static func < (a: Self, b: Self) -> Bool { (a.first, a.length) < (b.first, b.length) }
}

extension Prefix: CustomStringConvertible {
    public var description: String {
        var text = TextBuffer()
        text.append(self)
        return String(text)
    }
}

extension Prefix where A == IPv4Address {
    /// The block around `address` that a netmask makes; nil where the mask is not ones, then zeros.
    ///
    ///     Prefix(mask: IPv4Address("255.255.255.0")!, around: IPv4Address("10.0.0.5")!)?.description   // "10.0.0.0/24"
    public init?(mask: IPv4Address, around address: IPv4Address) {
        let length = (~mask.bits).leadingZeroBitCount
        guard Self.hostMask(length) == ~mask.bits else { return nil }
        self.init(around: address, length: length)
    }

    /// The lowest address where no host can have it: /31 and /32 have no network address (RFC 3021).
    public var network: IPv4Address? { length < 31 ? first : nil }

    /// The highest address where no host can have it.
    public var broadcast: IPv4Address? { length < 31 ? last : nil }
}
