internal import NetPlan

/// Values as routers write them, which is more than a plan may.
enum ExportValue {
    /// With colons, dashes or dots, in either case, with or without leading zeros: `2:0:0:0:0:1`, `00-11-22-33-44-55`, `0011.2233.4455`.
    static func mac(_ text: String) -> MACAddress? {
        let parts = text.utf8.split(omittingEmptySubsequences: false) { ":-.".utf8.contains($0) }
        let digits = parts.flatMap { part -> [UInt8] in parts.count == 6 && part.count == 1 ? [UInt8(ascii: "0")] + part : Array(part) }
        guard digits.count == 12, parts.count <= 6 else { return nil }
        let pairs = stride(from: 0, to: 12, by: 2).map { String(decoding: digits[$0...($0 + 1)], as: UTF8.self) }
        return MACAddress(pairs.joined(separator: ":"))
    }

    /// `first-last`, an address, or a network.
    static func range(_ text: String) -> AddressRange<IPv4Address>? {
        if let prefix = Prefix<IPv4Address>(text) { return prefix.range }
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = ends.first.flatMap({ IPv4Address(String($0)) }), let last = ends.last.flatMap({ IPv4Address(String($0)) }) else {
            return nil
        }
        return min(first, last)...max(first, last)
    }

    /// The network around an address, by `24` or `255.255.255.0`.
    static func network(_ address: String, _ mask: String) -> Prefix<IPv4Address>? {
        guard let address = IPv4Address(address) else { return nil }
        if let length = Int(mask) { return (0...32).contains(length) ? Prefix(around: address, length: length) : nil }
        guard let bits = IPv4Address(mask)?.bits, (~bits & (~bits &+ 1)) == 0 else { return nil }
        return Prefix(around: address, length: bits.leadingZeroBitCount == 0 ? (~bits).leadingZeroBitCount : 0)
    }

    /// An address with its length, host bits or not: `192.168.1.1/24`.
    static func network(_ text: String) -> Prefix<IPv4Address>? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 ? network(String(parts[0]), String(parts[1])) : nil
    }
}

extension UInt8 {
    var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
