internal import NetPlan

/// AdGuard Home's files: a part of AdGuardHome.yaml, and its static leases as data/leases.json has them.
///
/// All that stands in quotes is made of addresses, names and numbers: nothing that YAML or JSON would take for more.
enum AdguardText {
    /// Only what the plan says: a merge leaves every other key as it is.
    static func settings(
        _ records: [ResourceRecord], in plan: Plan, _ subnet: LeasePlan.Subnet? = nil, _ range: AddressRange<IPv4Address>? = nil
    ) -> TextBuffer {
        var text = TextBuffer()
        text.reserve(1024 + 96 * records.count)
        text.append(
            line: "# Written by netplan-swarm for the site \(plan.site): change its plan, not this file. A part of AdGuardHome.yaml.")
        text.append("filtering:\n  rewrites:")
        text.append(records.isEmpty ? " []\n" : "\n")
        for record in records {
            text.append("    - {domain: \"")
            text.append(record.name.description)
            text.append("\", answer: \"")
            switch record.value {
            case .address(let address): text.append(address)
            case .name(let target): text.append(target)
            case .text: break
            }
            text.append("\", enabled: true}\n")
        }
        if let subnet, let range { append(subnet, range, in: plan, to: &text) }
        return text
    }

    private static func append(
        _ subnet: LeasePlan.Subnet, _ range: AddressRange<IPv4Address>, in plan: Plan, to text: inout TextBuffer
    ) {
        text.append(
            """
            dhcp:
              local_domain_name: "\(plan.domain)"
              dhcpv4:
                gateway_ip: "\(subnet.options.routers.first?.description ?? "")"
                subnet_mask: "\(subnet.options.mask)"
                range_start: "\(range.lowerBound)"
                range_end: "\(range.upperBound)"
                lease_duration: \(LeaseTimes(subnet.options.lease).usual)
                options:
                  - "15 text \(subnet.options.domain)"

            """)
        if !subnet.options.dns.isEmpty {
            text.append(line: "      - \"6 ips \(subnet.options.dns.map(\.description).joined(separator: ","))\"")
        }
        if subnet.mtu != 1500 { text.append(line: "      - \"26 u16 \(subnet.mtu)\"") }
    }

    /// Its own hosts are known by their names: the second of one name would not be taken, and has its full one.
    static func leases(_ hosts: [LeasePlan.Host]) -> TextBuffer {
        var text = TextBuffer()
        text.reserve(64 + 112 * hosts.count)
        var known: Set<String> = []
        text.append("{\"version\": 1, \"leases\": [")
        for host in hosts {
            text.append(known.isEmpty ? "\n" : ",\n")
            let short = host.hostname.isQualified ? host.hostname.short : host.hostname.description
            let name = known.insert(short).inserted ? short : host.hostname.description
            text.append("  {\"expires\": \"\", \"ip\": \"")
            text.append(host.address)
            text.append("\", \"hostname\": \"")
            text.append(name)
            text.append("\", \"mac\": \"")
            text.append(host.mac)
            text.append("\", \"static\": true}")
        }
        text.append(hosts.isEmpty ? "]}\n" : "\n]}\n")
        return text
    }
}
