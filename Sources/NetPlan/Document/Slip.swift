/// What was probably meant by a text that is no value: the smallest change of it that is one.
///
/// A guess is only a help to the reader of a finding. Nothing is ever read that was not written.
enum Slip {
    /// The first guess that can be read; nil where none can.
    static func guess<Value>(
        _ text: String, among guesses: [(String) -> String?], parsing parse: (Span<UInt8>) throws(ParseError) -> Value
    ) -> String? {
        for guess in guesses {
            guard var candidate = guess(text), candidate != text, candidate.utf8.count <= 253 else { continue }
            let isValue = candidate.withUTF8 { bytes in (try? parse(bytes.span)) != nil }
            if isValue { return candidate }
        }
        return nil
    }

    /// `My NAS_2` is `my-nas-2`.
    static func dashed(_ text: String) -> String? { joined(text, keeping: "-.", by: "-") }

    /// `Proxy Traefik` is `proxy_traefik`.
    static func underscored(_ text: String) -> String? { joined(text, keeping: "-_", by: "_") }

    private static func joined(_ text: String, keeping kept: String, by separator: String) -> String? {
        // 'bücher' is no slip for 'b-cher': how it is spelled without the dots, its owner knows.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let isKept = { (character: Character) in character.isASCII && (character.isLetter || character.isNumber || kept.contains(character))
        }
        let words = text.lowercased().split { !isKept($0) }.joined(separator: separator)
        return words.isEmpty ? nil : words
    }

    /// `192.168.010.005` is `192.168.10.5`: nobody who writes a plan counts in octal.
    static func withoutZeros(_ text: String) -> String? {
        text.split(separator: ".", omittingEmptySubsequences: false).map { octet in
            let digits = octet.drop { $0 == "0" }
            return octet.isEmpty ? "" : digits.isEmpty ? "0" : String(digits)
        }.joined(separator: ".")
    }

    /// `192.168.0.11/24` is `192.168.0.11`.
    static func withoutLength(_ text: String) -> String? { text.firstIndex(of: "/").map { String(text[..<$0]) } }

    /// `192.168.0.0 / 24` is `192.168.0.0/24`.
    static func withoutBlanks(_ text: String) -> String? { text.replacing(" ", with: "") }

    /// `Auto` is `auto`.
    static func lowered(_ text: String) -> String? { text.lowercased() }

    /// What an address is mostly mistaken for.
    static var ofAddresses: [(String) -> String?] { [withoutBlanks, withoutZeros, withoutLength, withoutPort] }

    /// `192.168.0.50:3000` is `192.168.0.50`.
    static func withoutPort(_ text: String) -> String? { text.firstIndex(of: ":").map { String(text[..<$0]) } }

    /// `192.168.0.5/255.255.255.0` is `192.168.0.0/24`, and so it is with a blank.
    static func withMaskAsLength(_ text: String) -> String? {
        let parts = text.split { $0 == "/" || $0 == " " }
        guard parts.count == 2, let address = IPv4Address(String(parts[0])), let mask = IPv4Address(String(parts[1])) else { return nil }
        return Prefix(mask: mask, around: address)?.description
    }

    /// `192.168.0.0` is most likely `192.168.0.0/24`.
    static func withLength(_ text: String) -> String? { IPv4Address(text).map { Prefix(around: $0, length: 24).description } }

    /// `fd00:1::` is most likely `fd00:1::/64`.
    static func withLength6(_ text: String) -> String? { IPv6Address(text).map { Prefix(around: $0, length: 64).description } }

    /// `a - b`, `a – b`, `a..b`, `a to b` and `a,b` are `a-b`; and `192.168.0.100-199` is `192.168.0.100-192.168.0.199`.
    static func ranged(_ text: String) -> String? { ends(of: text).map { "\($0)-\($1)" } }

    /// `b-a` is `a-b`.
    static func turned(_ text: String) -> String? { ends(of: text).map { "\($1)-\($0)" } }

    private static func ends(of text: String) -> (String, String)? {
        let separators = "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}~, "
        let ends = text.replacing("..", with: "-").replacing(" to ", with: "-").split { separators.contains($0) }
        guard ends.count == 2 else { return nil }
        // The last number alone: the others are those of the first address.
        let isShort = ends[1].utf8.allSatisfy { Digits.decimal($0) != nil }
        let stem = isShort ? ends[0].lastIndex(of: ".").map { String(ends[0][...$0]) } ?? "" : ""
        return (String(ends[0]), stem + ends[1])
    }

    /// `001122334455` and `0011.2233.4455` are `00:11:22:33:44:55`.
    static func paired(_ text: String) -> String? {
        let digits = Array(text.lowercased().filter { !":-. ".contains($0) })
        guard digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { String(digits[$0...($0 + 1)]) }.joined(separator: ":")
    }

    /// `1 day` is `1d`, and `3600` is `3600s`.
    static func shortened(_ text: String) -> String? {
        let number = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(number.count).first { $0 != " " }
        // DHCP's own unit is the second.
        return "\(number)\(unit?.lowercased() ?? "s")"
    }

    /// `192.168.0.50:3000` is `http://192.168.0.50:3000`.
    static func withScheme(_ text: String) -> String? { text.contains("://") ? nil : "http://\(text)" }

    /// `http://192.168.0.50:3000/app` is `http://192.168.0.50:3000`.
    static func withoutPath(_ text: String) -> String? {
        guard let start = text.firstRange(of: "://")?.upperBound else { return nil }
        return text[start...].firstIndex(of: "/").map { String(text[..<$0]) }
    }

    /// `http://192.168.0.50:1883` is `192.168.0.50:1883`.
    static func withoutScheme(_ text: String) -> String? { text.firstRange(of: "://").map { String(text[$0.upperBound...]) } }
}
