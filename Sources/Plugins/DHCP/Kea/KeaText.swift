internal import NetPlan

/// kea-dhcp4.conf under construction: strict JSON, though Kea reads more, with a line for each thing that may change.
struct KeaText {
    private(set) var buffer = TextBuffer()

    init(_ leases: LeasePlan, site: HostName) {
        let count = leases.hosts.count + leases.memberCount
        buffer.reserve(2048 + 112 * count)
        buffer.append("{\n  \"Dhcp4\": {\n    \"comment\": ")
        buffer.append(json: "Written by netplan-swarm for the site \(site): change its plan, not this file.")
        buffer.append(
            """
            ,
                "interfaces-config": {"interfaces": ["*"]},
                "lease-database": {"type": "memfile"},
                "authoritative": true,
                "host-reservation-identifiers": ["hw-address"],
            """)
        let classes = classes(of: leases)
        // An empty list of classes is a syntax error to Kea, and no other is.
        if !classes.isEmpty {
            buffer.append("\n    \"client-classes\": ")
            list(classes, at: 3) { $0.buffer.append($1) }
            buffer.append(ascii: ",")
        }
        buffer.append("\n    \"subnet4\": ")
        let hosts = Dictionary(grouping: leases.hosts.map { Reservation(host: $0) } + members(of: leases), by: \.host.lan)
        list(leases.subnets, at: 3) { $0.append($1, hosts[$1.lan] ?? []) }
        buffer.append("\n  }\n}\n")
    }

    /// `[`, what is written of each element on a line of its own, `]`.
    mutating func list<Element>(_ elements: [Element], at depth: Int, _ write: (inout KeaText, Element) -> Void) {
        buffer.append(ascii: "[")
        for (position, element) in elements.enumerated() {
            if position > 0 { buffer.append(ascii: ",") }
            newline(at: depth)
            write(&self, element)
        }
        if !elements.isEmpty { newline(at: depth - 1) }
        buffer.append(ascii: "]")
    }

    private mutating func newline(at depth: Int) {
        buffer.newline()
        for _ in 0..<depth { buffer.append("  ") }
    }

    private mutating func append(_ subnet: LeasePlan.Subnet, _ reservations: [Reservation]) {
        let times = LeaseTimes(subnet.options.lease)
        buffer.append(
            """
            {
                    "id": \(subnet.prefix.first.bits),
                    "subnet": "\(subnet.prefix)",
                    \(Self.text(times)),
                    "option-data":
            """)
        buffer.append(ascii: " ")
        list(options(of: subnet), at: 5) { $0.append($1) }
        buffer.append(",\n        \"pools\": ")
        list(pools(of: subnet), at: 5) { $0.append($1) }
        buffer.append(",\n        \"reservations\": ")
        list(reservations, at: 5) { $0.append($1) }
        newline(at: 3)
        buffer.append(ascii: "}")
    }

    static func text(_ times: LeaseTimes) -> String {
        "\"min-valid-lifetime\": \(times.minimum), \"valid-lifetime\": \(times.usual), \"max-valid-lifetime\": \(times.maximum)"
    }

    private mutating func append(_ option: Option) {
        buffer.append("{\"name\": \"\(option.name)\", \"data\": \"\(option.data)\"}")
    }

    private mutating func append(_ pool: Pool) {
        buffer.append("{\"pool\": \"")
        buffer.append(pool.range.lowerBound)
        buffer.append(" - ")
        buffer.append(pool.range.upperBound)
        buffer.append(pool.members.map { "\", \"client-class\": \"\($0)\"}" } ?? "\"}")
    }

    /// One line for each host: byte by byte, for there may be 100,000.
    private mutating func append(_ reservation: Reservation) {
        let host = reservation.host
        buffer.append("{\"hw-address\": \"")
        buffer.append(host.mac)
        buffer.append("\", \"ip-address\": \"")
        buffer.append(host.address)
        buffer.append("\", \"hostname\": \"")
        buffer.append(host.hostname.isQualified ? host.hostname.short : host.hostname.description)
        buffer.append(ascii: "\"")
        buffer.append(reservation.ofGroup)
        buffer.append(ascii: "}")
    }
}
