extension String {
    /// A string of a zone's file, in quotes. Whatever is no plain ASCII is written as its number, and so is an apostrophe: unbound.conf
    /// has the whole record between two.
    var zoneQuoted: String { quoted(radix: 10, besides: 0x27) }

    /// The same for Route 53, which counts in eights.
    var octalQuoted: String { quoted(radix: 8) }

    private func quoted(radix: Int, besides special: UInt8? = nil) -> String {
        var quoted = "\""
        for byte in utf8 {
            switch byte {
            case 0x22, 0x5C: quoted += "\\\(Character(Unicode.Scalar(byte)))"
            case 0x20...0x7E where byte != special: quoted.append(Character(Unicode.Scalar(byte)))
            default:
                let digits = String(byte, radix: radix)
                quoted += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }
        return quoted + "\""
    }
}
