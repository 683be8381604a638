internal import CNettle

/// The checksum of a text, by the system's libnettle.
struct Digest {
    /// SHA-256 (FIPS 180-4).
    private let bytes: [UInt8]

    init(of text: [UInt8]) {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        nettle_sha256_update(&context, text.count, text)
        var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nps_sha256_digest(&context, &bytes)
        self.bytes = bytes
    }

    /// As `sha256sum` prints it.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// As a Content-Security-Policy names it (RFC 4648, section 4).
    var base64: String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for index in 0..<4 { text.append(index <= group.count ? digits[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "=")) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
