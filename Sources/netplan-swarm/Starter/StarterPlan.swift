internal import Apply
internal import NetPlan

/// What a first plan is made from.
struct StarterPlan {
    struct Host {
        let name: HostName
        /// Nil for one that the program is to decide.
        let address: IPv4Address?
    }

    /// One thing to be known, by its flag.
    enum Field: String, CaseIterable {
        case site, subnet, gateway, range, node, macvlan, overlay
    }

    var site: HostName?
    var subnet: Prefix<IPv4Address>?
    var gateway: IPv4Address?
    var range: AddressRange<IPv4Address>?
    var nodes: [Host] = []
    var macvlan: Identifier?
    var overlay: Identifier?
    /// What was answered, be it with "none".
    private(set) var known: Set<Field> = []

    /// Reads an answer with the plan's own readers. Fails with a sentence, and leaves the plan as it was.
    mutating func set(_ field: Field, _ text: String) throws(Failure) {
        let before = self
        let isNone = text.lowercased() == "none"
        known.insert(field)
        switch field {
        case .site:
            site = try Self.read(text, "a site's name", HostName.init(parsing:))
            if let site, site.isQualified {
                self = before; throw Failure("a site's name has no dots: write \(site.short)", exitCode: Failure.usage)
            }
        case .subnet:
            let written = try Self.read(text, "a network", Prefix<IPv4Address>.parse)
            if written.hasHostBits {
                throw Failure("\(text) is an address inside a network: write \(written.prefix)", exitCode: Failure.usage)
            }
            subnet = written.prefix
        case .gateway: gateway = isNone ? nil : try Self.read(text, "an IPv4 address", IPv4Address.init(parsing:))
        case .range: range = isNone ? nil : try Self.read(text, "a range of addresses", AddressRange<IPv4Address>.parse)
        case .node: nodes = try text.split { ", ".contains($0) }.map { (word) throws(Failure) in try Self.host(String(word)) }
        case .macvlan: macvlan = isNone ? nil : try Self.read(text, "a network's name", Identifier.init(parsing:))
        case .overlay: overlay = isNone ? nil : try Self.read(text, "a network's name", Identifier.init(parsing:))
        }
        if let fault = fault {
            self = before
            throw Failure(fault, exitCode: Failure.usage)
        }
    }

    /// `ds1=192.168.0.11`; the name alone, or with `auto`, leaves the address to the program.
    private static func host(_ word: String) throws(Failure) -> Host {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = try read(parts[0], "a host name", HostName.init(parsing:))
        guard parts.count > 1, parts[1] != "auto" else { return Host(name: name, address: nil) }
        return Host(name: name, address: try read(parts[1], "an IPv4 address", IPv4Address.init(parsing:)))
    }

    private static func read<Value>(_ text: String, _ noun: String, _ parse: (Span<UInt8>) throws(ParseError) -> Value) throws(Failure)
        -> Value
    {
        let bytes = Array(text.utf8)
        do { return try parse(bytes.span) } catch { throw Failure("'\(text)' is not \(noun): \(error.reason)", exitCode: Failure.usage) }
    }

    // MARK: Judging

    /// The first error of the plan as it is so far, by the rules that judge every plan.
    private var fault: String? {
        let error = findings.first { $0.diagnostic.severity == .error }?.diagnostic
        return error.map { error in error.help.map { "\(error.message): \($0)" } ?? error.message }
    }

    /// What 'validate' says of it.
    var findings: [LocatedDiagnostic] {
        guard subnet != nil else { return [] }
        return PlannedSite(unsaved: Array(text.utf8), as: PlanSource.fileName).findings
    }

    // MARK: Defaults

    /// What most sites have, where the answers so far tell it; nil where nothing can be guessed.
    func usual(_ field: Field) -> String? {
        switch field {
        case .site: "home"
        case .subnet: "192.168.0.0/24"
        case .gateway: address(at: 1)?.description ?? "none"
        case .range: usualRange?.text ?? "none"
        case .node:
            (1...3).map { number in "ds\(number)" + (host(at: 10 + number).map { "=\($0)" } ?? "") }.joined(separator: " ")
        case .macvlan: "none"
        case .overlay: "proxy"
        }
    }

    private func address(at offset: Int) -> IPv4Address? {
        guard let subnet, subnet.count > offset + 2 else { return nil }
        return IPv4Address(bits: subnet.first.bits + UInt32(offset))
    }

    /// Free for a node: neither the gateway's, nor the DHCP server's.
    private func host(at offset: Int) -> IPv4Address? {
        address(at: offset).flatMap { $0 == gateway || range?.contains($0) ?? false ? nil : $0 }
    }

    /// .100 to .199 of a /24, and as much of any other.
    private var usualRange: AddressRange<IPv4Address>? {
        guard let subnet, let first = address(at: subnet.count * 100 / 256), let last = address(at: subnet.count * 200 / 256 - 1),
            subnet.count >= 32
        else { return nil }
        return first...last
    }
}
