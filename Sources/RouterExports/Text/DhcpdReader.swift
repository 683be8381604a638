internal import NetPlan

/// Reads a dhcpd.conf: subnets, ranges, and hosts with a fixed address (dhcpd.conf(5), 4.4).
struct DhcpdReader {
    private struct Host {
        var name: String
        var addresses: [(text: String, line: Int)] = []
        var macs: [String] = []
    }

    private var draft = ExportDraft()
    /// A host for each brace that is open and one's.
    private var open: [Host?] = []

    static func read(_ bytes: [UInt8]) -> RouterExport {
        var (reader, tokens) = (DhcpdReader(), BraceTokens(bytes))
        reader.draft.configuration.keepsReservations = false
        while let token = tokens.next() {
            switch token {
            case .open(let words, let line): reader.open(words, line: line)
            case .statement(let words, let line): reader.statement(words, line: line)
            case .close: reader.close()
            }
        }
        return reader.draft.export(.dhcpd)
    }

    private mutating func open(_ words: [String], line: Int) {
        open.append(words.first == "host" ? Host(name: words.count > 1 ? words[1] : "") : nil)
        guard words.first == "subnet", words.count >= 4 else { return }
        if let network = ExportValue.network(words[1], words[3]) {
            draft.configuration.networks.append(.init(network, line: line))
        } else {
            draft.remark("a subnet can't be read", line: line)
        }
    }

    private mutating func statement(_ words: [String], line: Int) {
        switch words.first {
        case "range":
            let ends = words.dropFirst().filter { $0 != "dynamic-bootp" }
            if let first = ends.first, let last = ends.last { draft.addRange(first, last, line: line) }
        case "option" where words.count > 2 && words[1] == "routers" && (open.last ?? nil) == nil: draft.addGateway(words[2], line: line)
        case "fixed-address": add { host in host.addresses += words.dropFirst().map { ($0, line) } }
        case "hardware" where words.count > 2: add { host in host.macs.append(words[2]) }
        case "include": draft.remark("an included file is not read: give that one, too", line: line)
        default: break
        }
    }

    private mutating func add(_ change: (inout Host) -> Void) {
        guard let last = open.indices.last, var host = open[last] else { return }
        change(&host)
        open[last] = host
    }

    private mutating func close() {
        guard let host = open.popLast() ?? nil else { return }
        for address in host.addresses { draft.addReservation(address.text, host.macs, name: host.name, line: address.line) }
    }
}
