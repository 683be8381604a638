internal import NetPlan

/// All that a name has of one type: what Route 53 creates, changes and deletes as one.
struct RecordSet {
    let name: String
    let type: String
    /// The first that is given, for a set has one (RFC 2181, section 5.2).
    let ttl: Int
    /// Where the plan spells its first record out.
    let path: PlanPath?
    private(set) var values: [String]

    /// How many characters its values have.
    var size: Int { values.reduce(0) { $0 + $1.utf8.count } }

    /// The sets of a zone, in the order in which each came up.
    static func sets(of zone: Zone) -> [RecordSet] {
        var sets: [RecordSet] = []
        var index: [Key: Int] = [:]
        sets.reserveCapacity(zone.records.count)
        index.reserveCapacity(zone.records.count)
        for entry in zone.records {
            let (type, value) = text(of: entry.value)
            let key = Key(name: entry.name, type: type)
            if let position = index[key] {
                sets[position].values.append(value)
            } else {
                index[key] = sets.count
                sets.append(RecordSet(name: entry.name, type: type, ttl: entry.ttl ?? Zone.ttl, path: entry.path, values: [value]))
            }
        }
        return sets
    }

    private struct Key: Hashable {
        let name: String
        let type: String
    }

    private static func text(of value: Zone.Value) -> (type: String, value: String) {
        switch value {
        case .address(let address): (address.v4 == nil ? "AAAA" : "A", address.description)
        case .pointer(let name): ("PTR", "\(name).")
        case .alias(let name): ("CNAME", "\(name).")
        case .text(let strings): ("TXT", strings.map(\.octalQuoted).joined(separator: " "))
        }
    }
}
