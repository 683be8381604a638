internal import CNettle

/// Checksums, by the system's libnettle.
public enum Digest {
    /// SHA-256 (FIPS 180-4), in lower-case hexadecimal, as `sha256sum` prints it.
    ///
    ///     Digest.sha256([])      // "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    public static func sha256(_ bytes: [UInt8]) -> String {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        nettle_sha256_update(&context, bytes.count, bytes)
        return text(of: &context)
    }

    /// SHA-256 of everything from here to the end, a piece at a time.
    static func sha256(of file: borrowing FileDescriptor) throws(SystemError) -> String {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        try file.forEachPiece { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
        return text(of: &context)
    }

    private static func text(of context: inout sha256_ctx) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nps_sha256_digest(&context, &digest)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
