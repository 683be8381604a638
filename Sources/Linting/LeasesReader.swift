internal import NetPlan

/// Reads a dhcpd.conf, or a piece of one: subnets, groups, pools, classes, hosts, and what they are told (dhcpd.conf(5), 4.4).
struct LeasesReader {
    private enum Frame {
        case scope(Int)
        case host(Int)
        case `class`(String)
        case other
    }

    private let values: ValueReader
    private var leases: PastedLeases
    private var frames: [(frame: Frame, title: String, mark: Mark)] = []
    /// The innermost scope.
    private var scopes: [Int] = []
    private var count = 0

    /// How many declarations there are.
    static func read(_ block: Block, into leases: inout PastedLeases, reporting problems: inout Diagnostics) -> Int {
        var reader = LeasesReader(values: ValueReader(file: block.text.file), leases: leases)
        // One owner at a time: else each of ten thousand blocks would copy what those before it hold.
        leases = PastedLeases()
        reader.run(LeasesToken.all(in: block), reporting: &problems)
        leases = reader.leases
        return reader.count
    }

    private init(values: ValueReader, leases: PastedLeases) {
        self.values = values
        self.leases = leases
    }

    private mutating func run(_ tokens: [LeasesToken], reporting problems: inout Diagnostics) {
        var words: [Word] = []
        for token in tokens {
            switch token {
            case .word(let word): words.append(word)
            case .sign(UInt8(ascii: ";"), _):
                statement(words, reporting: &problems)
                words = []
            case .sign(UInt8(ascii: "{"), let mark):
                open(words, at: words.first?.mark ?? mark, reporting: &problems)
                words = []
            case .sign(UInt8(ascii: "}"), let mark):
                statement(words, reporting: &problems)
                words = []
                guard let (frame, _, _) = frames.popLast() else {
                    problems.report(.syntax, at: .mark(file: values.file, mark), "nothing is open that this closes", help: "take it out")
                    continue
                }
                if case .scope = frame { scopes.removeLast() }
            case .sign: continue
            }
        }
        statement(words, reporting: &problems)
        guard let (_, title, mark) = frames.last else { return }
        problems.report(
            .syntax, at: .mark(file: values.file, mark), "'\(title) {' is never closed: dhcpd refuses the file",
            help: "write '}' behind its last line")
    }

    /// `subnet 10.0.0.0 netmask 255.255.255.0 {`, `host ds1 {` …
    private mutating func open(_ words: [Word], at mark: Mark, reporting problems: inout Diagnostics) {
        count += 1
        let name = words.dropFirst().first
        let title = words.prefix(2).map(\.bare).joined(separator: " ")
        switch words.first?.shown {
        case "host":
            let name = name ?? Word("(without a name)".utf8, at: mark)
            leases.hosts.append(PastedLeases.Host(Placed(name.bare, at: values.place(name)), in: scopes.last))
            frames.append((.host(leases.hosts.count - 1), title, mark))
        case "class": frames.append((.class(name?.bare ?? ""), title, mark))
        case "subnet", "shared-network", "group", "pool":
            let subnet = words[0].shown == "subnet" ? subnet(words, reporting: &problems) : nil
            let noun = subnet.map { "subnet \($0.value)" } ?? title
            var scope = PastedLeases.Scope(noun, at: .mark(file: values.file, mark), in: scopes.last)
            scope.subnet = subnet
            if words[0].shown == "pool", !isInNetwork {
                problems.report(
                    .syntax, .warning, at: scope.place, "this pool stands in no subnet: dhcpd refuses it outside of one",
                    help: "put it inside of 'subnet … netmask … { }'")
            }
            leases.scopes.append(scope)
            scopes.append(leases.scopes.count - 1)
            frames.append((.scope(leases.scopes.count - 1), title, mark))
        default: frames.append((.other, title, mark))
        }
    }

    /// Whether what stands here is in a subnet or a shared network.
    private var isInNetwork: Bool {
        guard let outermost = scopes.first else { return false }
        return !leases.scopes[outermost].name.hasPrefix("pool") && scopes.contains { leases.scopes[$0].isNetwork }
    }

    private mutating func subnet(_ words: [Word], reporting problems: inout Diagnostics) -> Placed<Prefix<IPv4Address>>? {
        guard words.count >= 4, words[2].shown == "netmask",
            let first = values.address(words[1], "the subnet", reporting: &problems),
            let mask = values.maskLength(words[3], reporting: &problems)
        else {
            leases.hasUnknownSubnets = true
            return nil
        }
        let prefix = Prefix(around: first.value, length: mask)
        if prefix.first != first.value {
            problems.report(
                .hostBitsSet, at: first.place, "\(first.value)/\(mask) is an address inside a network, and a network belongs here",
                help: "write subnet \(prefix.first) netmask \(prefix.mask)")
        }
        return Placed(prefix, at: first.place)
    }

    private mutating func statement(_ words: [Word], reporting problems: inout Diagnostics) {
        guard let first = words.first else { return }
        // What a forgotten semicolon joins: said once, and both are read.
        if let index = Self.joint(of: words) {
            problems.report(
                .syntax, at: values.place(words[index - 1]), "a semicolon is missing behind this: dhcpd refuses the file",
                help: "write \(words[index - 1].shown);")
            statement(Array(words[..<index]), reporting: &problems)
            statement(Array(words[index...]), reporting: &problems)
            return
        }
        switch first.shown {
        case "range": range(words.dropFirst().filter { $0.shown != "dynamic-bootp" }, reporting: &problems)
        case "option" where words.count > 2: option(words[1].shown, Array(words.dropFirst(2)), reporting: &problems)
        case "hardware", "fixed-address", "host-identifier", "uid", "client-id": identify(first.shown, words, reporting: &problems)
        case "match": match(words, reporting: &problems)
        default: break
        }
    }

    private static let starters: Set = [
        "allow", "authoritative", "class", "default-lease-time", "deny", "filename", "fixed-address", "group", "hardware", "host",
        "include",
        "max-lease-time", "min-lease-time", "next-server", "option", "pool", "range", "shared-network", "subnet",
    ]

    /// Where another statement starts on a line of its own.
    private static func joint(of words: [Word]) -> Int? {
        words.indices.dropFirst().first { words[$0].mark.line > words[$0 - 1].mark.line && starters.contains(words[$0].shown) }
    }

    private mutating func range(_ ends: [Word], reporting problems: inout Diagnostics) {
        count += 1
        guard let first = ends.first else { return }
        // What is to be filled in at both ends is told once.
        guard let low = values.address(first, "the range", reporting: &problems),
            let high = ends.count > 1 ? values.address(ends[1], "the range", reporting: &problems) : low
        else { return }
        if low.value > high.value {
            problems.report(
                .invalidRange, at: low.place, "the range is reversed: \(high.value) comes before \(low.value)",
                help: "write range \(high.value) \(low.value)")
        }
        let width =
            ends.count > 1 && ends[1].mark.line == first.mark.line
            ? Int(ends[1].mark.column + ends[1].mark.width) - Int(first.mark.column) : 1
        let mark = Mark(line: Int(first.mark.line), column: Int(first.mark.column), width: width)
        let range = Placed(min(low.value, high.value)...max(low.value, high.value), at: .mark(file: values.file, mark))
        leases.ranges.append(PastedLeases.Range(range, in: scopes.last))
    }

    private mutating func option(_ name: String, _ words: [Word], reporting problems: inout Diagnostics) {
        if name == "dhcp-client-identifier", case .host(let index) = frames.last?.frame { leases.hosts[index].isIdentified = true }
        guard let scope = scopes.last, case .scope = frames.last?.frame else { return }
        if name == "routers" {
            leases.scopes[scope].routers += words.compactMap { word in
                word.isHostName ? nil : values.address(word, "a router of \(leases.scopes[scope].name)", reporting: &problems)
            }
        } else if name == "subnet-mask", let word = words.first {
            leases.scopes[scope].maskLength = values.maskLength(word, reporting: &problems)
        }
    }

    private mutating func identify(_ key: String, _ words: [Word], reporting problems: inout Diagnostics) {
        guard case .host(let index) = frames.last?.frame else { return }
        if key == "fixed-address" {
            for word in words.dropFirst() where !word.isHostName {
                let noun = "the address of host \(leases.hosts[index].name.value)"
                if let address = values.address(word, noun, reporting: &problems) { leases.hosts[index].addresses.append(address) }
            }
            return
        }
        leases.hosts[index].isIdentified = true
        guard key == "hardware", words.count > 2, words[1].shown == "ethernet" else { return }
        let document = Document(word: words[2].shown.utf8, at: words[2].mark, in: values.file)
        leases.hosts[index].mac = document.mac(reporting: &problems).map { Placed($0, at: values.place(words[2])) }
    }

    /// `match if substring (hardware, 1, 3) = de:ad:d0`.
    private mutating func match(_ words: [Word], reporting problems: inout Diagnostics) {
        guard case .class(let name) = frames.last?.frame, words.contains(where: { $0.shown.contains("hardware") }), let last = words.last
        else {
            return
        }
        if last.text.first == UInt8(ascii: "\"") {
            problems.report(
                .classMatchesNone, at: values.place(last), "class \(name) compares MACs with a text in quotes, so it matches nobody",
                help: "write \(last.bare) without quotes")
            return
        }
        guard last.text.contains(UInt8(ascii: ":")), last.text.count < 17 else { return }
        let document = Document(word: last.shown.utf8, at: last.mark, in: values.file)
        if let prefix = document.macPrefix(reporting: &problems) {
            leases.classes.append(.init(name, Placed(prefix, at: values.place(last))))
        }
    }
}
