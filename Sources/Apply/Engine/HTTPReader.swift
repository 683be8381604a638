/// Reads one answer of a server, as its bytes come (RFC 9112).
///
///     var reader = HTTPReader(limit: 64 << 20)
///     try reader.feed(bytes)
///     reader.answer?.status       // 200, once all of it is there
///
/// Nothing of what comes is believed: head and body are limited, lengths are checked, and an answer that ends early is none.
struct HTTPReader {
    /// A whole answer.
    struct Answer: Hashable {
        let status: Int
        /// By their names in lower case.
        let headers: [String: String]
        let body: [UInt8]
    }

    /// What is wrong with what came.
    enum Fault: Error, Hashable {
        /// It is no answer of a server.
        case garbage(String)
        case tooLarge
        /// The other end hung up before its end.
        case cut
    }

    /// Nil until all of it has come.
    private(set) var answer: Answer?

    private enum Part { case head, counted(Int), chunkSize, chunk(Int), chunkEnd, trailer, untilEnd }

    /// The most that a head, a line of it or of a chunk may have.
    private static let headLimit = 64 << 10

    private let limit: Int
    private var part = Part.head
    private var pending: [UInt8] = []
    /// How much of what is pending was read.
    private var start = 0
    private var status = 0
    private var headers: [String: String] = [:]
    private var body: [UInt8] = []

    /// Bodies of more than `limit` bytes are refused.
    init(limit: Int) { self.limit = limit }

    /// Takes what came. What comes after the end of the answer is passed over.
    mutating func feed(_ bytes: some Collection<UInt8>) throws(Fault) {
        pending.append(contentsOf: bytes)
        while answer == nil, try step() {}
        pending.removeFirst(start)
        start = 0
    }

    /// Says that nothing more will come.
    mutating func end() throws(Fault) {
        if answer != nil { return }
        guard case .untilEnd = part else { throw .cut }
        finish()
    }

    /// Reads the next part; false where more has to come first.
    private mutating func step() throws(Fault) -> Bool {
        switch part {
        case .head: return try readHead()
        case .untilEnd: return try readBody(upTo: .max) > 0
        case .counted(let left):
            let count = try readBody(upTo: left)
            part = .counted(left - count)
            if left == count { finish() }
            return count > 0 && answer == nil
        case .chunkSize:
            guard let line = try readLine() else { return false }
            let digits = line.prefix { $0 != ";" && $0 != " " }
            guard let size = Int(digits, radix: 16), size >= 0, digits.allSatisfy(\.isHexDigit) else {
                throw .garbage("a chunk of '\(line.prefix(20))' bytes")
            }
            part = size == 0 ? .trailer : .chunk(size)
            return true
        case .chunk(let left):
            let count = try readBody(upTo: left)
            part = left == count ? .chunkEnd : .chunk(left - count)
            return count > 0
        case .chunkEnd:
            guard let line = try readLine() else { return false }
            guard line.isEmpty else { throw .garbage("a chunk that is longer than it says") }
            part = .chunkSize
            return true
        case .trailer:
            guard let line = try readLine() else { return false }
            if line.isEmpty { finish() }
            return true
        }
    }

    private mutating func finish() { answer = Answer(status: status, headers: headers, body: body) }

    /// Gives how many bytes there were of those that may come.
    private mutating func readBody(upTo count: Int) throws(Fault) -> Int {
        let count = min(count, pending.count - start)
        guard body.count + count <= limit else { throw .tooLarge }
        body.append(contentsOf: pending[start..<start + count])
        start += count
        return count
    }

    /// The next line without its end; nil where that has not come yet.
    private mutating func readLine() throws(Fault) -> String? {
        guard let end = pending[start...].firstIndex(of: 0x0A) else {
            if pending.count - start > Self.headLimit { throw .garbage("a line without an end") }
            return nil
        }
        defer { start = end + 1 }
        let line = pending[start..<end]
        return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }

    /// Line by line: what has come of it stays, so that no line is looked at twice.
    private mutating func readHead() throws(Fault) -> Bool {
        guard let line = try readLine() else { return false }
        if status == 0 {
            try readStatus(line)
        } else if !line.isEmpty {
            guard let colon = line.firstIndex(of: ":"), headers.count < 200 else { throw .garbage("'\(line.prefix(40))'") }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            headers[line[..<colon].lowercased()] = String(value)
        } else if status < 200 {
            // An interim answer: the real one follows (RFC 9110, 15.2).
            (status, headers) = (0, [:])
        } else {
            try beginBody()
        }
        return true
    }

    private mutating func readStatus(_ line: String) throws(Fault) {
        let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count >= 2, words[0] == "HTTP/1.1" || words[0] == "HTTP/1.0", words[1].utf8.count == 3,
            let status = Int(words[1]), status >= 100
        else { throw .garbage("'\(line.prefix(40))'") }
        self.status = status
    }

    /// How long it is (RFC 9112, 6.3).
    private mutating func beginBody() throws(Fault) {
        if status == 204 || status == 304 {
            finish()
        } else if let coding = headers["transfer-encoding"] {
            guard coding.lowercased() == "chunked" else { throw .garbage("the coding '\(coding.prefix(20))'") }
            part = .chunkSize
        } else if let text = headers["content-length"] {
            guard let length = Int(text), length >= 0 else { throw .garbage("a length of '\(text.prefix(20))'") }
            guard length <= limit else { throw .tooLarge }
            part = .counted(length)
            if length == 0 { finish() }
        } else {
            part = .untilEnd
        }
    }
}
