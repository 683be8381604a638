/// A number of 44 bits for a text: of two texts that differ, nearly always another. By FNV-1a.
///
///     var sum = Checksum()
///     sum.add("ds1".utf8.span)
///     sum.number
struct Checksum {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: Span<UInt8>) {
        for index in bytes.indices { state = (state ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    }

    /// The upper bits, folded in with the lower: of the state's 64, those above come out best mixed.
    var number: UInt64 { (state ^ state >> 44) & 0xFFF_FFFF_FFFF }
}
