internal import NetPlan

/// A part of the name space with what a server answers for it: full names, each with its data, in the order of the plan.
struct Zone {
    /// Without a dot at its end.
    let name: String
    /// Their names end in the zone's.
    fileprivate(set) var records: [Entry] = []

    /// A record with its name written out, be it of a host or of an address.
    struct Entry {
        let name: String
        let ttl: Int?
        let value: Value
        /// Where the plan spells it out.
        var path: PlanPath?
    }

    /// How long an answer may be kept where the plan says nothing.
    static let ttl = 3600

    enum Value {
        case address(IPAddress)
        case pointer(HostName)
        case alias(HostName)
        case text([String])
    }

    /// The zones that answer all records: the site's domain; each other name that the plan has, with what lies below it; and those of
    /// the addresses of its LANs. A name outside the domain is a zone of its own, so that the rest of its domain stays what it is.
    static func zones(of allocation: Allocation, _ records: [ResourceRecord]) -> [Zone] {
        let domain = allocation.plan.domain
        let foreign = Set(records.map(\.name.base).filter { !$0.isBelow(domain.description) }.map(\.description))
        var zones = Zones()
        zones.add(domain.description)
        for record in records {
            let base = record.name.base.description
            let zone = record.name.base.isBelow(domain.description) ? domain.description : highest(of: base, among: foreign)
            zones.add(Entry(name: record.name.description, ttl: record.ttl, value: Value(record), path: record.path), to: zone)
        }
        for (address, name) in records.pointers(in: allocation.plan) {
            let reverse = ReverseName(address, in: allocation.plan)
            zones.add(Entry(name: reverse.name, ttl: nil, value: .pointer(name)), to: reverse.zone)
        }
        return zones.all
    }

    /// The shortest of the names that one ends in.
    private static func highest(of name: String, among names: Set<String>) -> String {
        var highest = name
        var rest = name[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            if names.contains(String(rest)) { highest = String(rest) }
        }
        return highest
    }

    /// Zones in the order in which they came up.
    private struct Zones {
        private(set) var all: [Zone] = []
        private var index: [String: Int] = [:]

        mutating func add(_ name: String) {
            if index[name] != nil { return }
            index[name] = all.count
            all.append(Zone(name: name))
        }

        mutating func add(_ entry: Entry, to name: String) {
            add(name)
            if let position = index[name] { all[position].records.append(entry) }
        }
    }
}

extension Zone.Value {
    init(_ record: ResourceRecord) {
        switch record.value {
        case .address(let address): self = .address(address)
        case .name(let target): self = .alias(target)
        case .text: self = .text(record.strings)
        }
    }
}
