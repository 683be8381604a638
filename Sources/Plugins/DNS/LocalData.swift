internal import NetPlan

/// What unbound can be told of the site's names. It knows no wildcard, and follows no CNAME of its own data.
///
/// A wildcard is a zone of the kind `redirect`, which answers the name itself alike, and everything below it: so nothing else may stand
/// there. In the place of a CNAME stand the addresses of what it points to.
struct LocalData {
    private var redirects: [String] = []
    private var entries: [Entry] = []
    private let pointers: [(address: IPAddress, name: HostName)]

    private struct Entry: Hashable {
        let name: String
        let ttl: Int
        let value: Record.Value
        let strings: [String]
    }

    init(_ records: [ResourceRecord], of plan: Plan, reporting problems: inout Diagnostics) {
        pointers = records.pointers(in: plan)
        var byName: [DomainName: [ResourceRecord]] = [:]
        for record in records { byName[record.name, default: []].append(record) }
        let crowded = Self.crowded(byName)
        var reported: Set<DomainName> = []
        var known: Set<Entry> = []
        var wild: Set<HostName> = []
        for record in records {
            if record.name.isWildcard, crowded.contains(record.name.base) {
                if reported.insert(record.name).inserted { Self.report(record, of: plan, &problems) }
                continue
            }
            let name = record.name.base.description
            if record.name.isWildcard, wild.insert(record.name.base).inserted { redirects.append(name) }
            for data in Self.resolved(record, byName, reporting: &problems) {
                let entry = Entry(name: name, ttl: record.ttl ?? Zone.ttl, value: data.value, strings: data.strings)
                if known.insert(entry).inserted { entries.append(entry) }
            }
        }
    }

    /// Wildcards whose name has other data than they have, or with other names below it.
    private static func crowded(_ byName: [DomainName: [ResourceRecord]]) -> Set<HostName> {
        let wild = Set(byName.keys.filter(\.isWildcard).map(\.base))
        if wild.isEmpty { return [] }
        var crowded: Set<HostName> = []
        for name in byName.keys {
            if !name.isWildcard, wild.contains(name.base) {
                let own = Set((byName[name] ?? []).map(\.value))
                if own != Set((byName[DomainName(name.base, isWildcard: true)] ?? []).map(\.value)) { crowded.insert(name.base) }
            }
            var rest = name.base.description[...]
            while let dot = rest.firstIndex(of: ".") {
                rest = rest[rest.index(after: dot)...]
                if let above = HostName(String(rest)), wild.contains(above) { crowded.insert(above) }
            }
        }
        return crowded
    }

    private static func report(_ record: ResourceRecord, of plan: Plan, _ problems: inout Diagnostics) {
        problems.report(
            .targetLimit, at: .value(record.namePath(in: plan) ?? PlanPath("outputs", "unbound")),
            "unbound can't answer \(record.name): there are other names, or other data, at or below \(record.name.base)",
            help: "move the wildcard to a name of its own, or write each name below it")
    }

    /// The record, or what its CNAME leads to.
    private static func resolved(
        _ record: ResourceRecord, _ byName: [DomainName: [ResourceRecord]], reporting problems: inout Diagnostics
    ) -> [ResourceRecord] {
        var (found, steps) = ([record], 0)
        while case .name(let target)? = found.first?.value {
            steps += 1
            found = steps > byName.count ? [] : byName[DomainName(target)] ?? []
            if found.isEmpty, let path = record.path {
                problems.report(
                    .targetLimit, at: .value(path["values"][0]),
                    "unbound follows no CNAME of its own, and the plan has no address for \(target)",
                    help: "point \(record.name) to a name of this plan, or write its address as type: A")
            }
        }
        return found
    }

    func text(for plan: Plan) -> TextBuffer {
        var text = TextBuffer()
        text.reserve(256 + 80 * entries.count + 64 * pointers.count)
        text.append(line: "# Written by netplan-swarm for the site \(plan.site): change its plan, not this file.")
        text.append(line: "server:")
        for name in redirects { text.append(line: "  local-zone: \"\(name).\" redirect") }
        for entry in entries {
            text.append("  local-data: '\(entry.name). \(entry.ttl) IN ")
            switch entry.value {
            case .address(let address):
                text.append(address.v4 == nil ? "AAAA " : "A ")
                text.append(address)
            case .name: break
            case .text: text.append("TXT " + entry.strings.map { $0.zoneQuoted }.joined(separator: " "))
            }
            text.append("'\n")
        }
        for pointer in pointers {
            text.append("  local-data-ptr: '")
            text.append(pointer.address)
            text.append(line: " \(Zone.ttl) \(pointer.name).'")
        }
        return text
    }
}
