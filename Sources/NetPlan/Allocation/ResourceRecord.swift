/// One thing that a DNS server answers for a name (RFC 1035, section 3.2.1).
public struct ResourceRecord: Sendable, Hashable {
    /// Fully qualified, without a dot at its end.
    public let name: DomainName

    /// The name without its domain, where somebody may ask for it by that; nil for what has no machine of its own.
    public let shortName: String?

    public let value: Record.Value

    /// In seconds; nil for the zone's.
    public let ttl: Int?

    /// Its place in the plan's `dns.records`; nil for the name of a machine or service.
    public let index: Int?

    init(_ name: DomainName, shortName: String? = nil, _ value: Record.Value, ttl: Int? = nil, index: Int? = nil) {
        self.name = name
        self.shortName = shortName
        self.value = value
        self.ttl = ttl
        self.index = index
    }

    public var address: IPAddress? { if case .address(let address) = value { address } else { nil } }

    /// A text as DNS carries it: one string of up to 255 bytes, or several (RFC 1035, section 3.3.14). Empty for what is no text.
    public var strings: [String] {
        guard case .text(let text) = value else { return [] }
        var strings = [""]
        for scalar in text.unicodeScalars {
            let part = String(scalar)
            if strings[strings.count - 1].utf8.count + part.utf8.count > 255 { strings.append("") }
            strings[strings.count - 1] += part
        }
        return strings
    }

    /// Where the plan spells it out.
    public var path: PlanPath? { index.map { PlanPath("dns", "records")[$0] } }
}
