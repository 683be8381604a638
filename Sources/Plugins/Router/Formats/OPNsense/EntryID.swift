/// The UUID of an entry in OPNsense's configuration: the same on every run, so that two exports can be compared.
///
/// Version 8 (RFC 9562, 5.8), from FNV-1a of 128 bits: it must differ from its neighbours', and nobody gains by guessing it.
struct EntryID: CustomStringConvertible {
    let description: String

    ///     EntryID("lab", "home", "host", "ds1")
    init(_ parts: String...) {
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        // A zero between the parts, which none of them holds: else "a", "bc" would be "ab", "c".
        for byte in parts.joined(separator: "\0").utf8 {
            hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
        }
        hash = hash & ~(0xF << 76) | 8 << 76
        hash = hash & ~(0x3 << 62) | 2 << 62
        let digits = Array((String(repeating: "0", count: 32) + String(hash, radix: 16)).suffix(32))
        description = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }
}
