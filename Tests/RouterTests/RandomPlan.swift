/// A plan by the dice: the same on every run, with notes that somebody wrote to do harm.
struct RandomPlan {
    private var state: UInt64
    private(set) var note = ""

    init(seed: UInt64) { state = seed }

    private static let fragments = [
        "\"", "'", "<b>", "</exclusion>", "]]>", "<![CDATA[", "=cmd()", "+1", "-1", "@SUM(A1)", "&amp;", "&", "&#10;", "&#x1;", "--", "-->",
        "\\", "\\n", "|", "`", "*", "_", "[x](y)", "#", ";", ",", "$(reboot)", "${x}", "%0", "%7C", "!", "~", "é", "🐳", "\u{FFFE}",
        "\u{FEFF}", "\u{A0}", " ", "  ", "a", "{x}", "https://example.org/?a=b&c=d", "\u{FFFD}",
    ]

    private mutating func next(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(limit))
    }

    mutating func text() -> String {
        let site = ["lab", "a--b", "x1"][next(3)]
        let lan = ["home", "a--b.c-d", "0x", "10"][next(4)]
        note = (0...next(6)).map { _ in Self.fragments[next(Self.fragments.count)] }.joined()
        let ranges = (0..<next(3)).map { index in
            let first = next(100)
            return "10.20.\(index + 1).\(first)-10.20.\(index + 1).\(first + next(150))"
        }
        var text = """
            version: 1
            site: \(site)
            lans:
              \(lan):
                subnet: 10.20.0.0/21
                gateway: 10.20.0.1
                dns: [10.20.0.\(2 + next(3))]
                dhcp: {ranges: [\(ranges.joined(separator: ", "))], lease: {default: \(1 + next(99))h}}
                reserved: [{range: 10.20.5.\(next(9))-10.20.5.\(9 + next(9)), note: \(Self.quoted(note))}]
            devices:

            """
        for index in 0..<next(12) {
            let name = ["d\(index)", "d-\(index)--x", "d\(index).example.org"][next(3)]
            let mac = next(4) == 0 ? "" : ", mac: \"02:00:00:00:00:\(index < 10 ? "0" : "")\(index)\""
            text += "  \(name): {address: 10.20.\(1 + next(3)).\(1 + index * 20)\(mac)}\n"
        }
        return text
    }

    /// A text in YAML's double quotes.
    private static func quoted(_ text: String) -> String {
        "\""
            + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\u{FFFE}", with: "\\uFFFE").replacing(
                "\u{FEFF}", with: "\\uFEFF") + "\""
    }
}
