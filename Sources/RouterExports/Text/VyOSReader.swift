internal import NetPlan

/// Reads the configuration of VyOS 1.3 to 1.5 and of EdgeOS, as `set` commands or in braces (vyos-1x, interface-definitions/service_dhcp-server.xml.in).
struct VyOSReader {
    private struct Mapping {
        var address: String?
        var macs: [String] = []
        var line: Int
        var isDisabled = false
    }

    private struct Subnet {
        var prefix: Prefix<IPv4Address>?
        var line: Int
        var starts: [String: (text: String, line: Int)] = [:]
        var stops: [String: String] = [:]
        var mappings: [String: Mapping] = [:]
        var isDisabled = false
    }

    private var draft = ExportDraft()
    /// By the name of the shared network and the subnet, in the order of the file.
    private var subnets: [[String]: Subnet] = [:]
    private var order: [[String]] = []
    private var disabled: Set<String> = []
    private var isOff = false
    private var isEdgeOS = false
    /// Whether Kea is below, which keeps a reserved address for its client: 1.5.
    private var hasKea = false

    static func read(_ lines: [ExportLine]) -> RouterExport {
        var reader = VyOSReader()
        // What `show configuration` prints has the same words, in braces.
        var open: [[String]] = []
        for line in lines {
            var words = line.words
            if words.first == "set" {
                reader.addCommand(words.dropFirst(), line: line.number)
            } else if words.last == "{" {
                words.removeLast()
                open.append((open.last?.prefix(32) ?? []) + words)
                // A subnet with nothing in it is one, too; deeper than that nobody nests.
                if let path = open.last, path.count <= 32 { reader.addCommand(path[...], line: line.number) }
            } else if words == ["}"] {
                open.removeLast(open.isEmpty ? 0 : 1)
            } else if let path = open.last, path.count <= 32 {
                reader.addCommand((path + words)[...], line: line.number)
            }
        }
        return reader.export()
    }

    private mutating func addCommand(_ words: ArraySlice<String>, line: Int) {
        if words.starts(with: ["service", "dhcp-server"]) { add(Array(words.dropFirst(2)), line: line) }
    }

    private mutating func add(_ words: [String], line: Int) {
        if words == ["disable"] || words == ["disabled", "true"] { isOff = true }
        guard words.count > 2, words[0] == "shared-network-name" else { return }
        let name = words[1]
        if words[2] == "disable" { disabled.insert(name) }
        guard words.count > 3, words[2] == "subnet" else { return }
        let key = [name, words[3]]
        if subnets[key] == nil {
            order.append(key)
            subnets[key] = Subnet(prefix: ExportValue.network(words[3]), line: line)
            if subnets[key]?.prefix == nil { draft.remark("a subnet is no IPv4 network", line: line) }
        }
        if words.count > 4 { add(Array(words.dropFirst(4)), to: key, line: line) }
    }

    private mutating func add(_ words: [String], to key: [String], line: Int) {
        func value(_ index: Int) -> String { index < words.count ? words[index] : "" }
        switch words[0] {
        case "disable": subnets[key]?.isDisabled = true
        case "subnet-id": hasKea = true
        case "default-router": draft.addGateway(value(1), line: line)
        case "option":
            hasKea = true
            if value(1) == "default-router" { draft.addGateway(value(2), line: line) }
        case "start":
            isEdgeOS = true
            if value(2) == "stop" {
                if subnets[key]?.isDisabled != true { addLater(value(1), value(3), to: key, line: line) }
            } else {
                subnets[key]?.starts[value(1), default: (value(1), line)].line = line
            }
        case "range":
            if value(2) == "start" { subnets[key]?.starts[value(1)] = (value(3), line) }
            if value(2) == "stop" { subnets[key]?.stops[value(1)] = value(3) }
            if value(4) == "stop" { subnets[key]?.stops[value(1)] = value(5) }
        case "exclude":
            if let range = ExportValue.range(value(1)) { draft.configuration.withheld.append(.init(range, line: line)) }
        case "static-mapping": addMapping(value(1), value(2), value(3), to: key, line: line)
        default: break
        }
    }

    /// EdgeOS's ranges have no names: their start is one.
    private mutating func addLater(_ start: String, _ stop: String, to key: [String], line: Int) {
        subnets[key]?.starts[start] = (start, line)
        subnets[key]?.stops[start] = stop
    }

    private mutating func addMapping(_ name: String, _ field: String, _ value: String, to key: [String], line: Int) {
        var mapping = subnets[key]?.mappings[name] ?? Mapping(line: line)
        switch field {
        case "ip-address":
            mapping.address = value
            mapping.line = line
        case "mac-address": mapping.macs.append(value)
        case "mac":
            hasKea = true
            mapping.macs.append(value)
        case "disable": mapping.isDisabled = true
        default: break
        }
        subnets[key]?.mappings[name] = mapping
    }

    private consuming func export() -> RouterExport {
        for key in order {
            guard let subnet = subnets[key] else { continue }
            if let prefix = subnet.prefix { draft.configuration.networks.append(.init(prefix, line: subnet.line)) }
            if isOff || subnet.isDisabled || disabled.contains(key[0]) { continue }
            for (name, start) in subnet.starts.sorted(by: { $0.value.line < $1.value.line }) {
                if let stop = subnet.stops[name] {
                    draft.addRange(start.text, stop, line: start.line)
                } else {
                    draft.remark("a range has a start and no stop", line: start.line, hidesLeases: true)
                }
            }
            for (name, mapping) in subnet.mappings.sorted(by: { $0.value.line < $1.value.line }) where !mapping.isDisabled {
                if let address = mapping.address { draft.addReservation(address, mapping.macs, name: name, line: mapping.line) }
            }
        }
        draft.configuration.keepsReservations = hasKea
        return draft.export(isEdgeOS ? .edgeos : .vyos)
    }
}
