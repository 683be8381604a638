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

    /// Reads `registry.home.arpa:5000`, or the host alone.
    init(hostAndPerhapsPort text: Span<UInt8>) throws(ParseError) {
        let (host, port) = try Self.hostAndPort(text, at: 0)
        self.init(scheme: nil, host: host, port: port)
    }

    private static func hostAndPort(_ text: Span<UInt8>, at offset: Int) throws(ParseError) -> (Host, Int?) {
        for index in text.indices where "/?#@\\".utf8.contains(text[index]) {
            throw ParseError("it may hold host and port only, no path, query or user", at: offset + index)
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
        let start = close == nil ? 0 : 1
        if afterHost == start { throw ParseError("the host is missing", at: offset) }
        do {
            return (try Self.host(text.extracting(start..<(close ?? afterHost)), isBracketed: isBracketed), port)
        } catch {
            throw ParseError(error.reason, at: offset + start + error.offset)
        }
    }

    private static func host(_ text: Span<UInt8>, isBracketed: Bool) throws(ParseError) -> Host {
        if isBracketed { return .address(.v6(try IPv6Address(parsing: text))) }
        let isNumeric = text.indices.allSatisfy { Digits.decimal(text[$0]) != nil || text[$0] == UInt8(ascii: ".") }
        return isNumeric ? .address(.v4(try IPv4Address(parsing: text))) : .name(try HostName(parsing: text))
    }
}

extension Backend: CustomStringConvertible {
    /// As it is read: `http://192.168.0.50:3000`, `[fd00:1::5]:1883`.
    public var description: String {
        let host =
            switch host {
            case .address(.v4(let address)): address.description
            case .address(.v6(let address)): "[\(address)]"
            case .name(let name): name.description
            }
        return (scheme.map { "\($0.rawValue)://" } ?? "") + host + (port.map { ":\($0)" } ?? "")
    }
}
