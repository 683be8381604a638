internal import NetPlan

extension DnsmasqText {
    /// The names, a line for each address of each. They keep their order: an address is known by the name that came first.
    mutating func append(_ records: [ResourceRecord]) {
        if !records.isEmpty { newline() }
        for record in records {
            switch record.value {
            case .address(let address) where record.name.isWildcard: option("address", "/\(record.name)/\(address)")
            case .address(let address): append(record, address)
            case .name(let target): option("cname", "\(record.name),\(target)\(record.ttl.map { ",\($0)" } ?? "")")
            case .text: option("txt-record", "\(record.name),\(record.strings.map(Self.quoted).joined(separator: ","))")
            }
        }
    }

    /// Several of one name are given in turn; `address=` would give them in one order.
    private mutating func append(_ record: ResourceRecord, _ address: IPAddress) {
        buffer.append("host-record=")
        buffer.append(record.name.base)
        if let short = record.shortName, record.name.base.isQualified {
            buffer.append(ascii: ",")
            buffer.append(short)
        }
        buffer.append(ascii: ",")
        buffer.append(address)
        if let ttl = record.ttl { buffer.append(",\(ttl)") }
        buffer.newline()
    }
}
