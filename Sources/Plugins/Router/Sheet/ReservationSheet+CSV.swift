internal import NetPlan

extension ReservationSheet {
    /// Reservations, then exclusions, a line each (RFC 4180, with LF).
    func csv() -> TextBuffer {
        var text = TextBuffer()
        text.reserve(64 * (reservations.count + exclusions.count + 1))
        text.append(line: "kind,name,mac,first,last,note")
        for reservation in reservations {
            text.append("reservation,")
            text.append(cell: reservation.name)
            text.append(ascii: ",")
            text.append(reservation.mac)
            text.append(ascii: ",")
            text.append(reservation.address)
            text.append(ascii: ",")
            text.append(reservation.address)
            text.append(",\n")
        }
        for exclusion in exclusions {
            text.append("exclusion,")
            text.append(cell: exclusion.name)
            text.append(",,")
            text.append(exclusion.range.lowerBound)
            text.append(ascii: ",")
            text.append(exclusion.range.upperBound)
            text.append(ascii: ",")
            text.append(cell: exclusion.note)
            text.newline()
        }
        return text
    }
}

extension TextBuffer {
    /// Quotes a cell where it must be. One that a spreadsheet would take for a formula gets an apostrophe before it
    /// (OWASP, CSV injection): a sheet is made to be opened by somebody else. One that has apostrophes before a formula already gets
    /// one more, so that taking one away always gives the text back.
    mutating func append(cell text: String) {
        let isFormula = text.utf8.first { $0 != UInt8(ascii: "'") }.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let isQuoted = text.utf8.contains { byte in
            switch Unicode.Scalar(byte) {
            case ",", "\"", "\n", "\r": true
            default: false
            }
        }
        if isQuoted { append(ascii: "\"") }
        if isFormula { append(ascii: "'") }
        if isQuoted {
            for scalar in text.unicodeScalars { append(scalar == "\"" ? "\"\"" : String(scalar)) }
            append(ascii: "\"")
        } else {
            append(text)
        }
    }
}
