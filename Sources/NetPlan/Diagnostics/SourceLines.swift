/// The lines of the files that findings are in.
public struct SourceLines: Sendable {
    private var files: [String: [UInt8]] = [:]
    /// Where the lines of a file start, once one of them is asked for.
    private var starts: [String: [Int]] = [:]

    /// The line that was asked for last: in a plan of one long line, all findings are in it.
    private var last: (file: String, number: Int, scalars: [Unicode.Scalar])?

    public init() {}

    /// Keeps a file's lines; a byte order mark is no part of the first.
    public mutating func add(_ bytes: [UInt8], file: String) {
        var bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        files[file] = bytes
        starts[file] = nil
    }

    private static func starts(of bytes: [UInt8]) -> [Int] {
        [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    /// The line of a place without its end, and without what would move a terminal's cursor.
    mutating func line(of location: Location) -> [Unicode.Scalar]? {
        let number = Int(location.mark.line)
        if let last, last.file == location.file, last.number == number { return last.scalars }
        guard let bytes = files[location.file] else { return nil }
        let starts = starts[location.file] ?? Self.starts(of: bytes)
        self.starts[location.file] = starts
        guard (1...starts.count).contains(number) else { return nil }
        let start = starts[number - 1]
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let line = bytes[start..<end]
        let isASCII = line.allSatisfy { $0 < 0x80 }
        let written = isASCII ? line.map { Unicode.Scalar($0) } : Array(String(decoding: line, as: UTF8.self).unicodeScalars)
        let scalars = written.filter { $0 != "\r" }.map(\.shown)
        last = (location.file, number, scalars)
        return scalars
    }
}

extension Unicode.Scalar {
    /// Itself, or a stand-in for what a terminal would act on: control characters and bidirectional marks.
    fileprivate var shown: Unicode.Scalar {
        switch value {
        case 0x09: "\t"
        case ..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: self
        }
    }
}
