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

extension PublishedPort: CustomStringConvertible {
    /// As it is read, with its protocol: `53:53/udp`, `8000-8010:8000-8010/tcp`, `80/tcp`.
    public var description: String {
        (published.map { "\(Self.text($0)):" } ?? "") + Self.text(target) + "/\(transport.rawValue)"
    }

    private static func text(_ ports: ClosedRange<Int>) -> String {
        ports.count == 1 ? "\(ports.lowerBound)" : "\(ports.lowerBound)-\(ports.upperBound)"
    }
}
