extension String {
    /// A string of a zone's file, in quotes. Whatever is no plain ASCII is written as its number, and so is an apostrophe: unbound.conf
    /// has the whole record between two.
    var zoneQuoted: String {
        var quoted = "\""
        for byte in utf8 {
            switch byte {
            case 0x22, 0x5C: quoted += "\\\(Character(Unicode.Scalar(byte)))"
            case 0x27: quoted += "\\039"
            case 0x20...0x7E: quoted.append(Character(Unicode.Scalar(byte)))
            default: quoted += "\\" + String(repeating: "0", count: byte < 10 ? 2 : byte < 100 ? 1 : 0) + String(byte)
            }
        }
        return quoted + "\""
    }
}
