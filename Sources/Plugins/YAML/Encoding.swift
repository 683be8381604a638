internal import NetPlan

/// What is wrong with bytes before they are YAML at all.
enum Encoding {
    struct Fault {
        let mark: Mark
        let message: String
        let help: String
    }

    /// The first byte that is no UTF-8, or a NUL.
    static func fault(in bytes: [UInt8]) -> Fault? {
        // One pass without a branch tells most plans from the rest: nothing in them is a NUL, or beyond ASCII.
        var (seen, zeros): (UInt8, UInt8) = (0, 0)
        for byte in bytes {
            seen |= byte
            zeros |= ~byte & (byte &- 1)
        }
        if zeros >= 0x80 {
            let before = bytes.prefix { $0 != 0 }
            let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || before.count <= 1
            return Fault(
                mark: mark(after: before), message: "the file holds a NUL byte" + (isUTF16 ? ": it looks like UTF-16" : ""),
                help: "save it as UTF-8 text")
        }
        if seen < 0x80 || String(validating: bytes, as: UTF8.self) != nil { return nil }
        return Fault(
            mark: mark(after: bytes[..<firstInvalid(bytes)]), message: "the file is not UTF-8 from here on", help: "save it as UTF-8 text")
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> Int {
        var decoder = UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &rest) {
            case .valid(let scalar): offset += scalar.count
            case .emptyInput, .error: return offset
            }
        }
    }

    /// The place after the last character, by the line ends of YAML 1.1.
    static func end(of bytes: [UInt8]) -> Mark {
        var (line, column) = (1, 1)
        var previous: Unicode.Scalar = " "
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x0A where previous == "\r": break
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: (line, column) = (line + 1, 1)
            default: column += 1
            }
            previous = scalar
        }
        return Mark(line: line, column: column)
    }

    static func mark(after bytes: ArraySlice<UInt8>) -> Mark {
        let start = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
        let line = bytes.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        return Mark(line: line, column: String(decoding: bytes[start...], as: UTF8.self).unicodeScalars.count + 1)
    }
}
