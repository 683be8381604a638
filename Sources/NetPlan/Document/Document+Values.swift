/// One text of a plan becomes one value, once. What is wrong is reported at its place, and nil is returned.
///
/// An item that was refused before gives nil without another word.
extension Document {
    /// Where it is, for a report.
    public var place: Place { .mark(file: file, mark) }

    /// Any text.
    public func string(reporting problems: inout Diagnostics) -> String? {
        guard isText(.text, reporting: &problems) else { return nil }
        return text
    }

    /// Whether it is text; otherwise `wrong-type`, in the words of what was expected.
    func isText(_ expected: @autoclosure () -> Expected, reporting problems: inout Diagnostics) -> Bool {
        switch kind {
        case .text: return true
        case .refused: return false
        default:
            let expected = expected()
            problems.report(.wrongType, at: place, "\(expected.phrase) belongs here, not \(kind.phrase)", help: expected.help)
            return false
        }
    }

    /// What a value is meant to be, for `wrong-type`.
    struct Expected {
        let phrase: String
        let help: String

        static let text = Expected(phrase: "a text", help: "write it in one line")

        /// A name of something that the plan declares: "a node".
        static func name(of noun: String) -> Expected { Expected(phrase: "the name of \(noun)", help: "write its name alone") }
    }

    /// Reads a value whose text says by itself whether it is right. `guesses` are what else may be meant.
    ///
    /// Where no guess can be read, the help shows the form only: an address of somebody else is no advice.
    func value<Value>(
        _ rule: RuleID, _ noun: String, example: String, guesses: @autoclosure () -> [(String) -> String?] = [],
        reporting problems: inout Diagnostics,
        parsing parse: (Span<UInt8>) throws(ParseError) -> Value
    ) -> Value? {
        // Of 100,000 values few are wrong: no sentence is made for the others.
        var form: String { "\(noun) looks like \(example)" }
        guard isText(Expected(phrase: noun, help: form), reporting: &problems) else { return nil }
        do {
            return try withBytes(parse)
        } catch {
            let guess = Slip.guess(text, among: guesses(), parsing: parse)
            problems.report(rule, at: place, "'\(text)' is not \(noun): \(error.reason)", help: guess.map { "write \($0)" } ?? form)
            return nil
        }
    }

    public func address(reporting problems: inout Diagnostics) -> IPv4Address? {
        value(
            .invalidAddress, "an IPv4 address", example: "192.168.0.11", guesses: Slip.ofAddresses, reporting: &problems,
            parsing: IPv4Address.init(parsing:))
    }

    /// An address, or `auto`.
    func addressOrAuto(reporting problems: inout Diagnostics) -> Decision<IPv4Address>? {
        value(
            .invalidAddress, "an IPv4 address", example: "192.168.0.11; or write auto", guesses: [Slip.lowered] + Slip.ofAddresses,
            reporting: &problems
        ) { bytes throws(ParseError) in
            bytes.count == 4 && bytes[0] == UInt8(ascii: "a") && bytes[1] == UInt8(ascii: "u") && bytes[2] == UInt8(ascii: "t")
                && bytes[3] == UInt8(ascii: "o") ? .open : .declared(try IPv4Address(parsing: bytes))
        }
    }

    public func address6(reporting problems: inout Diagnostics) -> IPv6Address? {
        value(.invalidAddress, "an IPv6 address", example: "fd00:1::11", reporting: &problems, parsing: IPv6Address.init(parsing:))
    }

    public func mac(reporting problems: inout Diagnostics) -> MACAddress? {
        value(
            .invalidMAC, "a MAC address", example: "de:ad:ab:6b:d3:09", guesses: [Slip.paired], reporting: &problems,
            parsing: MACAddress.init(parsing:))
    }

    public func macPrefix(reporting problems: inout Diagnostics) -> MACPrefix? {
        value(.invalidMAC, "the start of a MAC address", example: "52:54:00", reporting: &problems, parsing: MACPrefix.init(parsing:))
    }

    /// A prefix without host bits.
    public func prefix<A: Address>(_ family: A.Type, reporting problems: inout Diagnostics) -> Prefix<A>? {
        let example = A.width == 32 ? "192.168.0.0/24" : "fd00:1::/64"
        let written = value(
            .invalidPrefix, A.width == 32 ? "an IPv4 network" : "an IPv6 network", example: example,
            guesses: [Slip.withoutBlanks, Slip.withMaskAsLength, Slip.withLength, Slip.withLength6], reporting: &problems,
            parsing: Prefix<A>.parse)
        guard let written else { return nil }
        if written.hasHostBits {
            problems.report(
                .hostBitsSet, at: place, "\(text) is an address inside a network, and a network belongs here",
                help: "write \(written.prefix)")
            return nil
        }
        return written.prefix
    }

    /// `first-last`, or one address.
    public func range(reporting problems: inout Diagnostics) -> AddressRange<IPv4Address>? {
        if kind == .text, let written = withBytes({ bytes -> Prefix<IPv4Address>.Written? in try? Prefix.parse(bytes) }) {
            problems.report(
                .invalidRange, at: place, "\(text) is a network, and a range of addresses belongs here",
                help: "write \(written.prefix.range.text)")
            return nil
        }
        return value(
            .invalidRange, "a range of addresses", example: "192.168.0.100-192.168.0.199", guesses: [Slip.ranged, Slip.turned],
            reporting: &problems,
            parsing: AddressRange<IPv4Address>.parse)
    }

    /// A host name, lowered.
    public func hostName(reporting problems: inout Diagnostics) -> HostName? {
        value(
            .invalidName, "a host name", example: "ds1 or ds1.example.org", guesses: [Slip.dashed], reporting: &problems,
            parsing: HostName.init(parsing:))
    }

    /// A host name, or `*.` and a host name.
    public func domainName(reporting problems: inout Diagnostics) -> DomainName? {
        value(
            .invalidName, "a DNS name", example: "app.home.arpa or *.home.arpa", guesses: [Slip.dashed], reporting: &problems,
            parsing: DomainName.init(parsing:))
    }

    /// The name of a network, group, class or service.
    public func identifier(reporting problems: inout Diagnostics) -> Identifier? {
        value(
            .invalidName, "a name", example: "proxy_traefik", guesses: [Slip.underscored], reporting: &problems,
            parsing: Identifier.init(parsing:))
    }

    /// `true` or `false`, and nothing else that YAML takes for them.
    public func flag(reporting problems: inout Diagnostics) -> Bool? {
        guard isText(Expected(phrase: "true or false", help: "write true or false"), reporting: &problems) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            problems.report(.wrongType, at: place, "'\(text)' is neither true nor false", help: "write true or false")
            return nil
        }
    }

    /// A whole number within limits.
    public func number(_ noun: String, in limits: ClosedRange<Int>, reporting problems: inout Diagnostics) -> Int? {
        let help = "write a number from \(limits.lowerBound) to \(limits.upperBound)"
        guard isText(Expected(phrase: "a number", help: help), reporting: &problems) else { return nil }
        guard let number = withBytes(Digits.number) else {
            problems.report(.invalidNumber, at: place, "'\(text)' is not a number for \(noun)", help: help)
            return nil
        }
        guard limits.contains(number) else {
            problems.report(.invalidNumber, at: place, "\(noun) can't be \(number)", help: help)
            return nil
        }
        return number
    }

    /// One of the words of an enumeration, with a guess at what was meant.
    public func choice<Choice: RawRepresentable & CaseIterable>(
        _ choices: Choice.Type, _ noun: String, reporting problems: inout Diagnostics
    ) -> Choice?
    where Choice.RawValue == String {
        let words = Choice.allCases.map(\.rawValue)
        guard isText(Expected(phrase: "one word", help: "write \(Spelling.list(words))"), reporting: &problems) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let guess = Spelling.nearest(to: text, among: words).map { "did you mean \($0)?" }
        problems.report(
            .invalidChoice, at: place, "\(noun) can't be '\(text)': it is \(Spelling.list(words))",
            help: guess ?? (words.count <= 5 ? "write \(Spelling.list(words))" : "choose one of these"))
        return nil
    }

    /// A time as `12h`, in seconds: `[0-9]+[smhd]`.
    public func duration(reporting problems: inout Diagnostics) -> Int? {
        value(.invalidDuration, "a duration", example: "90s, 30m, 12h or 1d", guesses: [Slip.shortened], reporting: &problems) {
            bytes throws(ParseError) in
            let units: [UInt8: Int] = [0x73: 1, 0x6D: 60, 0x68: 3600, 0x64: 86400]
            guard bytes.count > 1, let unit = units[bytes[bytes.count - 1]] else {
                throw ParseError("it is a number and one of s, m, h, d", at: max(bytes.count - 1, 0))
            }
            var count = 0
            for index in 0..<(bytes.count - 1) {
                guard let digit = Digits.decimal(bytes[index]) else { throw ParseError("it is a number and one of s, m, h, d", at: index) }
                count = min(count * 10 + Int(digit), Int(UInt32.max))
            }
            guard count * unit < Int(UInt32.max) else { throw ParseError("DHCP counts time in 32 bits of seconds", at: 0) }
            return count * unit
        }
    }

    /// What is in a list. Nothing for an empty value; `wrong-type` for anything but a list.
    public func list(of noun: String, reporting problems: inout Diagnostics) -> [Document] {
        switch kind {
        case .list: return Array(elements)
        case .empty, .refused: return []
        default:
            problems.report(
                .wrongType, at: place, "a list of \(noun) belongs here, not \(kind.phrase)", help: kind == .text ? "write [\(text)]" : nil)
            return []
        }
    }

    /// What is in a map. Nothing for an empty value; `wrong-type` for anything but a map.
    public func map(of noun: String, reporting problems: inout Diagnostics) -> [(key: Document, value: Document)] {
        isMap(of: noun, reporting: &problems) ? entries.filter { $0.key.kind == .text } : []
    }

    /// Whether it is a map that has something in it; `wrong-type` for anything but a map.
    func isMap(of noun: String, reporting problems: inout Diagnostics) -> Bool {
        switch kind {
        case .map: return true
        case .empty, .refused: return false
        default:
            problems.report(
                .wrongType, at: place, "a map of \(noun) belongs here, not \(kind.phrase)",
                help: kind == .text && text.contains(":")
                    ? "a blank belongs behind the ':', as in 'name: value'" : "write 'name: value' pairs, indented below the key")
            return false
        }
    }
}

extension Document.Kind {
    /// What it is called in a sentence.
    var phrase: String {
        switch self {
        case .text: "a text"
        case .list: "a list"
        case .map: "a map"
        case .empty, .refused: "nothing"
        }
    }
}
