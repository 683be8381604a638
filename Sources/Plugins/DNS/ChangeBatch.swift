internal import NetPlan

/// Changes that Route 53 makes all together or not at all (ChangeResourceRecordSets, API 2013-04-01).
///
/// Each set is a weighted one, alone with its name and type, which answers as a simple one does: that kind alone has an identifier, and by it
/// is known what is ours. So what leaves the plan is found in the zone itself, and a set that somebody made by hand is never replaced:
/// Route 53 keeps no two kinds of one name and type.
struct ChangeBatch {
    private let site: HostName
    private var sets: [RecordSet] = []
    private var count = 0
    private var size = 0

    // Of a request: 1,000 records and 32,000 characters of values, and an UPSERT counts twice.
    private static let mostRecords = 500
    private static let mostCharacters = 16_000
    // Of a set, and of a value.
    private static let mostValues = 400
    private static let longestValue = 4000

    private init(for site: HostName) { self.site = site }

    /// What is in every set of the site's, and in none of anybody else's.
    private static func identifier(of site: HostName) -> String { "netplan-swarm \(site)" }

    /// A zone's record sets in as few batches as they fit in, in their order. A set that fits in none is reported.
    static func batches(of zone: Zone, for site: HostName, reporting problems: inout Diagnostics) -> [ChangeBatch] {
        var batches: [ChangeBatch] = []
        var batch = ChangeBatch(for: site)
        for set in RecordSet.sets(of: zone) where takes(set, reporting: &problems) {
            if batch.count + set.values.count > mostRecords || batch.size + set.size > mostCharacters {
                batches.append(batch)
                batch = ChangeBatch(for: site)
            }
            batch.sets.append(set)
            batch.count += set.values.count
            batch.size += set.size
        }
        return batch.sets.isEmpty ? batches : batches + [batch]
    }

    private static func takes(_ set: RecordSet, reporting problems: inout Diagnostics) -> Bool {
        let limit: String
        if set.values.count > mostValues {
            limit = "\(mostValues) values of one name and type, and \(set.name) has \(set.values.count)"
        } else if let longest = set.values.map(\.utf8.count).max(), longest > longestValue {
            limit = "\(longestValue) characters in a value, and \(set.name) has one of \(longest)"
        } else if set.size > mostCharacters {
            limit = "\(mostCharacters) characters in the values of one change, and those of \(set.name) have \(set.size)"
        } else {
            return true
        }
        problems.report(
            .targetLimit, at: set.path.map { .value($0["values"]) } ?? .key(PlanPath("outputs", "route53")), "Route 53 takes \(limit)",
            help: "write fewer, or shorter ones")
        return false
    }

    /// As `aws route53 change-resource-record-sets --change-batch` reads it: a line for each set.
    var text: TextBuffer {
        var text = TextBuffer()
        text.reserve(256 + 200 * sets.count + 2 * size)
        text.append("{\"Comment\": \"\(Self.identifier(of: site))\", \"Changes\": [")
        for (position, set) in sets.enumerated() {
            text.append(position == 0 ? "\n" : ",\n")
            text.append("  {\"Action\": \"UPSERT\", \"ResourceRecordSet\": {\"Name\": \"\(set.name).\", \"Type\": \"\(set.type)\"")
            text.append(", \"SetIdentifier\": \"\(Self.identifier(of: site))\", \"Weight\": 1, \"TTL\": \(set.ttl), \"ResourceRecords\": [")
            for (position, value) in set.values.enumerated() {
                text.append(position == 0 ? "{\"Value\": " : ", {\"Value\": ")
                text.append(json: value)
                text.append(ascii: "}")
            }
            text.append("]}}")
        }
        text.append("\n]}\n")
        return text
    }
}
