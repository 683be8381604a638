internal import NetPlan

/// A word or a sign of a dhcpd.conf.
enum LeasesToken {
    case word(Word)
    /// One of `{ } ; , =`.
    case sign(UInt8, Mark)

    /// Takes a block apart. Comments go from `#` to the end of the line.
    static func all(in block: Block) -> [LeasesToken] {
        var cursor = Cursor(block)
        var tokens: [LeasesToken] = []
        while let byte = cursor.byte {
            switch byte {
            case 0x20, 0x09, UInt8(ascii: "\n"), UInt8(ascii: "\r"): cursor.advance()
            case UInt8(ascii: "#"): cursor.skipLine()
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "="):
                tokens.append(.sign(byte, cursor.mark))
                cursor.advance()
            case UInt8(ascii: "\""): tokens.append(.word(quoted(&cursor)))
            default: tokens.append(.word(bare(&cursor)))
            }
        }
        return tokens
    }

    private static func bare(_ cursor: inout Cursor) -> Word {
        let start = cursor
        var text: [UInt8] = []
        while let byte = cursor.byte, !byte.isBlank, !"\n\r{};,=\"#".utf8.contains(byte) {
            text.append(byte)
            cursor.advance()
        }
        return Word(text, at: start.mark(width: cursor.column - start.column))
    }

    /// With its quotes, and over lines where nothing closes it before: dhcpd takes that, too.
    private static func quoted(_ cursor: inout Cursor) -> Word {
        let start = cursor
        var text = [UInt8(ascii: "\"")]
        cursor.advance()
        while let byte = cursor.byte {
            text.append(byte)
            cursor.advance()
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\"), let next = cursor.byte {
                text.append(next)
                cursor.advance()
            }
        }
        return Word(text, at: start.mark(width: cursor.line == start.line ? cursor.column - start.column : 1))
    }
}
