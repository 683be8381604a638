extension PublishedPort {
    /// Reads `53`, `53:53/udp`, `8000-8010:8000-8010`, as in a compose file's short syntax.
    public init(parsing text: Span<UInt8>) throws(ParseError) {
        var end = text.count
        transport = try Self.transport(text, end: &end)
        let colon = text.indices.first { $0 < end && text[$0] == UInt8(ascii: ":") }
        if let colon {
            let outside = try Self.ports(text.extracting(0..<colon), at: 0)
            let inside = try Self.ports(text.extracting((colon + 1)..<end), at: colon + 1)
            guard outside.count == inside.count else { throw ParseError("the two ranges have different lengths", at: colon + 1) }
            (published, target) = (outside, inside)
        } else {
            (published, target) = (nil, try Self.ports(text.extracting(0..<end), at: 0))
        }
    }

    private static func transport(_ text: Span<UInt8>, end: inout Int) throws(ParseError) -> Transport {
        guard let slash = text.indices.first(where: { text[$0] == UInt8(ascii: "/") }) else { return .tcp }
        end = slash
        let word = String(decoding: ((slash + 1)..<text.count).map { text[$0] }, as: UTF8.self)
        guard let transport = Transport(rawValue: word) else { throw ParseError("after '/' comes tcp, udp or sctp", at: slash + 1) }
        return transport
    }

    private static func ports(_ text: Span<UInt8>, at offset: Int) throws(ParseError) -> ClosedRange<Int> {
        guard let dash = text.indices.first(where: { text[$0] == UInt8(ascii: "-") }) else {
            let port = try port(text, at: offset)
            return port...port
        }
        let first = try port(text.extracting(0..<dash), at: offset)
        let last = try port(text.extracting((dash + 1)..<text.count), at: offset + dash + 1)
        guard first <= last else { throw ParseError("the range of ports is reversed", at: offset + dash + 1) }
        return first...last
    }

    /// A port: 1 to 65535.
    static func port(_ text: Span<UInt8>, at offset: Int) throws(ParseError) -> Int {
        guard let port = Digits.number(text) else { throw ParseError("a port is a number", at: offset) }
        guard (1...65535).contains(port) else { throw ParseError("port \(port) is not from 1 to 65535", at: offset) }
        return port
    }
}

extension Middleware {
    /// Reads `lan-only` or `auth@file`.
    public init(parsing text: Span<UInt8>) throws(ParseError) {
        if let at = text.indices.first(where: { text[$0] == UInt8(ascii: "@") }) {
            let name = try Self.word(text.extracting(0..<at), at: 0)
            self.init(name: name, provider: try Self.word(text.extracting((at + 1)..<text.count), at: at + 1))
        } else {
            self.init(name: try Self.word(text, at: 0))
        }
    }

    /// Letters, digits, '-', '_' and '.': what Traefik can be told without quoting it in a label.
    static func word(_ text: Span<UInt8>, at offset: Int) throws(ParseError) -> String {
        if text.count == 0 { throw ParseError("a name is empty", at: offset) }
        if text.count > 128 { throw ParseError("a name has \(text.count) bytes, and it has at most 128", at: offset + 128) }
        for index in text.indices {
            let byte = text[index]
            guard Digits.decimal(byte) != nil || (byte | 0x20) &- 0x61 < 26 || "-_.".utf8.contains(byte) else {
                throw ParseError("a name is letters, digits, '-', '_' and '.'", at: offset + index)
            }
        }
        return String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
    }
}

extension Backend {
    /// Reads `http://192.168.0.50:3000`, `https://nas.home.arpa`, `h2c://[fd00:1::5]:8080`.
    ///
    /// No path, query or user: Traefik drops a server's path, so it would not do what it says.
    public init(url text: Span<UInt8>) throws(ParseError) {
        let bytes = text.indices.map { text[$0] }
        guard let scheme = Service.Scheme.allCases.first(where: { bytes.starts(with: "\($0.rawValue)://".utf8) }) else {
            throw ParseError("it starts with http://, https:// or h2c://", at: 0)
        }
        let start = scheme.rawValue.utf8.count + 3
        let end = text.count > start && text[text.count - 1] == UInt8(ascii: "/") ? text.count - 1 : text.count
        let (host, port) = try Self.hostAndPort(text.extracting(start..<end), at: start)
        self.init(scheme: scheme, host: host, port: port)
    }

    /// Reads `192.168.0.50:1883`.
    public init(hostAndPort text: Span<UInt8>) throws(ParseError) {
        let (host, port) = try Self.hostAndPort(text, at: 0)
        guard let port else { throw ParseError("the port is missing", at: text.count) }
        self.init(scheme: nil, host: host, port: port)
    }

    private static func hostAndPort(_ text: Span<UInt8>, at offset: Int) throws(ParseError) -> (Host, Int?) {
        for index in text.indices where "/?#@\\".utf8.contains(text[index]) {
            throw ParseError("there is no path, query or user in it: only host and port", at: offset + index)
        }
        let isBracketed = text.count > 0 && text[0] == UInt8(ascii: "[")
        let close = isBracketed ? text.indices.first { text[$0] == UInt8(ascii: "]") } : nil
        if isBracketed, close == nil { throw ParseError("the bracket is not closed", at: offset) }
        let afterHost = close.map { $0 + 1 } ?? text.indices.first { text[$0] == UInt8(ascii: ":") } ?? text.count
        var port: Int?
        if afterHost < text.count {
            guard text[afterHost] == UInt8(ascii: ":") else { throw ParseError("a port follows after ':'", at: offset + afterHost) }
            port = try PublishedPort.port(text.extracting((afterHost + 1)..<text.count), at: offset + afterHost + 1)
        }
        if let close { return (.address(.v6(try IPv6Address(parsing: text.extracting(1..<close)))), port) }
        let host = text.extracting(0..<afterHost)
        let isNumeric = host.indices.allSatisfy { Digits.decimal(host[$0]) != nil || host[$0] == UInt8(ascii: ".") }
        if isNumeric { return (.address(.v4(try IPv4Address(parsing: host))), port) }
        return (.name(try HostName(parsing: host)), port)
    }
}
