import NetPlan
import Router

/// VyOS's configuration mode as far as we go: paths by each version's interface definitions, and what a commit refuses.
struct VyOSDevice: Equatable {
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    /// What is set, a path a line.
    private(set) var paths: Set<String> = []
    let format: ReservationSheet.Format

    init(_ format: ReservationSheet.Format) { self.format = format }

    private static let address = #"(\d{1,3}\.){3}\d{1,3}"#

    /// Below the subnet; the value last.
    private var forms: [String] {
        let address = Self.address
        let mac = "([0-9a-f]{2}:){5}[0-9a-f]{2}"
        let range = [#"range [0-9a-zA-Z_.-]+ start \#(address)"#, #"range [0-9a-zA-Z_.-]+ stop \#(address)"#]
        let common = [#"lease \d+"#, #"static-mapping [-_a-zA-Z0-9.]+ ip-address \#(address)"#]
        let old = [#"default-router \#(address)"#, #"domain-name [a-zA-Z0-9.-]+"#, #"static-mapping [-_a-zA-Z0-9.]+ mac-address \#(mac)"#]
        switch format {
        case .vyos: return common + range + old + [#"name-server \#(address)"#]
        case .vyos15:
            return common + range + [
                #"subnet-id [1-9]\d*"#, #"option default-router \#(address)"#, #"option name-server \#(address)"#,
                #"option domain-name [a-zA-Z0-9.-]+"#, #"static-mapping [A-Za-z0-9][-.A-Za-z0-9]* mac \#(mac)"#,
            ]
        default: return common + old + [#"dns-server \#(address)"#, #"start \#(address) stop \#(address)"#]
        }
    }

    mutating func run(_ text: String) throws {
        let forms = try forms.map { try Regex($0) }
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = try Self.words(of: line)
            guard words.count > 7, words[1...3] == ["service", "dhcp-server", "shared-network-name"], words[5] == "subnet" else {
                throw Refused(description: "\(line)")
            }
            let subnet = words[1...6].joined(separator: " ")
            let rest = words[7...].joined(separator: " ")
            switch words[0] {
            case "set":
                guard try forms.contains(where: { try $0.wholeMatch(in: rest) != nil }) else {
                    throw Refused(description: "no such path: \(line)")
                }
                // A node has its value once, but for lists of servers: setting another replaces it.
                let node = words.dropFirst().dropLast().joined(separator: " ") + " "
                if rest.firstRange(of: "-server ") == nil { paths = paths.filter { !$0.hasPrefix(node) } }
                paths.insert("\(subnet) \(rest)")
            case "delete": paths = paths.filter { !$0.hasPrefix("\(subnet) \(rest) ") }
            default: throw Refused(description: "\(line)")
            }
        }
    }

    /// A commit's checks, and what the router then does.
    func commit(in subnet: Prefix<IPv4Address>) throws -> SheetFacts {
        var starts: [String: String] = [:]
        var stops: [String: String] = [:]
        var (macs, addresses): ([String: String], [String: String]) = ([:], [:])
        for path in paths {
            let words = path.split(separator: " ").map(String.init)
            switch (words[6], words.count) {
            case ("range", 10): if words[8] == "start" { starts[words[7]] = words[9] } else { stops[words[7]] = words[9] }
            case ("start", 10): (starts[words[7]], stops[words[7]]) = (words[7], words[9])
            case ("static-mapping", 10): if words[8] == "ip-address" { addresses[words[7]] = words[9] } else { macs[words[7]] = words[9] }
            default: break
            }
        }
        guard Set(macs.keys) == Set(addresses.keys), Set(starts.keys) == Set(stops.keys) else { throw Refused(description: "a half entry") }
        guard Set(addresses.values).count == addresses.count, Set(macs.values).count == macs.count else {
            throw Refused(description: "already exists on another static mapping")
        }
        if format == .vyos15, !paths.contains(where: { $0.contains(" subnet-id ") }) {
            throw Refused(description: "subnet-id is mandatory")
        }
        var ranges: [AddressRange<IPv4Address>] = []
        for (name, start) in starts {
            guard let first = IPv4Address(start), let last = stops[name].flatMap({ IPv4Address($0) }), first <= last,
                subnet.contains(first), subnet.contains(last), !ranges.contains(where: { $0.overlaps(first...last) })
            else { throw Refused(description: "range \(name)") }
            ranges.append(first...last)
        }
        var facts = SheetFacts()
        facts.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }.map(\.text)
        for (name, mac) in macs { facts.add(mac: mac, address: addresses[name] ?? "") }
        return facts
    }

    private static func words(of line: Substring) throws -> [String] {
        var words: [String] = []
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            if word.hasPrefix("'"), word.hasSuffix("'"), word.count > 1, !word.dropFirst().dropLast().contains("'") {
                words.append(String(word.dropFirst().dropLast()))
            } else if !word.isEmpty, word.utf8.allSatisfy({ "'\"\\$`;|&<>()*?!#".utf8.contains($0) == false && (0x21...0x7E).contains($0) })
            {
                words.append(String(word))
            } else {
                throw Refused(description: "the shell would make something else of it: \(line)")
            }
        }
        return words
    }
}
