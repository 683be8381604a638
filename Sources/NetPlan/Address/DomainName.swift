/// A DNS name that a service answers to: a host name, or all names below one, as `*.home.arpa`.
public struct DomainName: TextValue {
    /// The name, without the `*.`.
    public let base: HostName

    /// Whether `*.` stood before it.
    public let isWildcard: Bool

    public init(_ base: HostName, isWildcard: Bool = false) {
        self.base = base
        self.isWildcard = isWildcard
    }

    public init(parsing text: Span<UInt8>) throws(ParseError) {
        if text.count > 253 { throw ParseError("it has \(text.count) bytes, and a name has at most 253", at: 253) }
        isWildcard = text.count > 1 && text[0] == UInt8(ascii: "*") && text[1] == UInt8(ascii: ".")
        do { base = try HostName(parsing: isWildcard ? text.extracting(2..<text.count) : text) } catch {
            throw ParseError(error.reason, at: error.offset + (isWildcard ? 2 : 0))
        }
    }

    /// The name with `domain` behind it, or the name itself where it has a dot already.
    ///
    ///     DomainName(HostName(joined: "app"), isWildcard: true).qualified(by: domain)      // *.app.home.arpa
    func qualified(by domain: HostName) -> DomainName { DomainName(base.qualified(by: domain), isWildcard: isWildcard) }

    public var description: String { isWildcard ? "*.\(base)" : base.description }
}
