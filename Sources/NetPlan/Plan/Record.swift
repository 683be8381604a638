/// A DNS record that the plan spells out.
public struct Record: Sendable, Hashable, Codable {
    /// The types that are read.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case a = "A"
        case aaaa = "AAAA"
        case cname = "CNAME"
        case txt = "TXT"
    }

    /// What a record points to or says.
    public enum Value: Sendable, Hashable, Codable {
        case address(IPAddress)
        case name(HostName)
        case text(String)
    }

    public var name: DomainName
    public var kind: Kind
    public var values: [Listed<Value>]
    /// In seconds; nil for the zone's.
    public var ttl: Int?
    /// Its place in the plan's list.
    public var index: Int
}
