internal import NetPlan

/// Which names stand for what, as an external emitter is told it.
extension JSONWriter {
    /// The plan's own records; what a hosts file says; and all that a DNS server answers.
    mutating func names(of allocation: Allocation) {
        key("dns")
        object { json in
            json.field("records", allocation.plan.records) { json, record in
                json.object { json in
                    json.field("name", record.name.description)
                    json.field("type", record.kind.rawValue)
                    json.field("values", record.values.map(\.value.text))
                    json.field("ttl", record.ttl)
                }
            }
        }
        key("names")
        list(allocation.namedAddresses()) { json, line in
            json.object { json in
                json.field("address") { $0.append(line.address) }
                json.field("names", line.names)
            }
        }
        field("resourceRecords", allocation.resourceRecords()) { json, record in
            json.object { json in
                json.field("name", record.name.description)
                json.field("shortName", record.shortName)
                json.field("type", record.value.kind.rawValue)
                json.field("value", record.value.text)
                json.field("ttl", record.ttl)
            }
        }
    }
}

extension Record.Value {
    fileprivate var text: String {
        switch self {
        case .address(let address): address.description
        case .name(let name): name.description
        case .text(let text): text
        }
    }

    fileprivate var kind: Record.Kind {
        switch self {
        case .address(.v4): .a
        case .address(.v6): .aaaa
        case .name: .cname
        case .text: .txt
        }
    }
}
