/// An address with every host name that stands for it.
public struct NamedAddress: Sendable, Hashable {
    public let address: IPAddress
    /// What short names are below.
    private let domain: HostName
    /// The first to have a name here, by the qualified one and the short one. Of most addresses that is all, and of 100,000 no list is made.
    private var owner: HostName?
    /// All other names; none twice.
    private var others: [String] = []
    /// The names again, once there are so many that looking through them takes long: all services of a site may point to one VIP.
    private var known: Set<String> = []

    init(_ address: IPAddress, in domain: HostName) {
        self.address = address
        self.domain = domain
    }

    /// The canonical name first; no name twice.
    public var names: [String] { (owner.map { [$0.qualified(by: domain).description, $0.short] } ?? []) + others }

    /// Whether nobody has a name here.
    var isEmpty: Bool { owner == nil && others.isEmpty }

    /// Writes the names, with a blank between two.
    public func writeNames(to text: inout TextBuffer) {
        if let owner {
            text.append(owner)
            if !owner.isQualified {
                text.append(ascii: ".")
                text.append(domain)
            }
            text.append(ascii: " ")
            text.append(owner.short)
        }
        for (position, name) in others.enumerated() {
            if position > 0 || owner != nil { text.append(ascii: " ") }
            text.append(name)
        }
    }

    mutating func add(_ name: String) {
        if others.count < 16 {
            if !names.contains(name) { others.append(name) }
            return
        }
        if known.isEmpty { known = Set(names) }
        if known.insert(name).inserted { others.append(name) }
    }

    /// The qualified name, then the short one.
    mutating func add(_ name: HostName) {
        if isEmpty { return owner = name }
        add(name.qualified(by: domain).description)
        add(name.short)
    }
}
