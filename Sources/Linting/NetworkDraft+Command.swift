internal import NetPlan

extension NetworkDraft {
    /// The options of `docker network create` that take a value (docker 28), in their long form.
    private static let valued: Set = [
        "aux-address", "config-from", "driver", "gateway", "ip-range", "ipam-driver", "ipam-opt", "label", "opt", "scope", "subnet",
    ]
    private static let flags: Set = ["attachable", "config-only", "ingress", "internal", "ipv4", "ipv6", "help"]

    /// Reads the words behind `docker network create`, as its command line does (spf13/pflag). Nil where nothing is set.
    init?(command words: ArraySlice<ShellWord>, at mark: Mark, isFragment: Bool, file: String, reporting problems: inout Diagnostics) {
        self.init(at: mark)
        self.isFragment = isFragment
        var rest = words
        var names: [ShellWord] = []
        var isSet = false
        var slips: [(word: ShellWord, meant: String)] = []
        while let word = rest.popFirst() {
            if word.is("...") || word.is("…") || word.is("[OPTIONS]") { isOpen = true; continue }
            if word.is("--") { names += rest; break }
            guard word.text.first == UInt8(ascii: "-"), word.text.count > 1 else { names.append(word); continue }
            isSet = true
            if word.text.has(prefix: "--") {
                takeLong(word, &rest, &slips)
            } else {
                takeShort(word, &rest)
            }
        }
        // A sentence that begins with the command goes on with words of its own.
        if !isSet || (names.count > 1 && (isFragment || subnets.isEmpty)) { return nil }
        for (word, meant) in slips {
            problems.report(
                .unknownKey, at: .mark(file: file, word.mark), "docker network create has no option '\(word.key)'",
                help: "did you mean --\(meant)?")
        }
        name = names.first.map { Word($0.text, at: $0.mark) }
        if name == nil, !isOpen, !isFragment {
            problems.report(
                .missingKey, at: .mark(file: file, mark), "docker network create needs the name of the network, and here is none",
                help: "write it behind the options: is a backslash missing at the end of a line?")
            isOpen = true
        }
    }

    private mutating func takeLong(
        _ word: ShellWord, _ rest: inout ArraySlice<ShellWord>, _ slips: inout [(word: ShellWord, meant: String)]
    ) {
        let key = String(word.key.dropFirst(2))
        if Self.flags.contains(key) {
            let isOff = word.value?.is("false") ?? false
            if key == "config-only" { isConfigOnly = !isOff }
            if key == "internal" { isInternal = !isOff }
            if key == "ingress" { isIngress = !isOff }
            return
        }
        if Self.valued.contains(key) {
            if let value = word.value ?? rest.popFirst() { set(key, to: value) }
            return
        }
        // A later Docker may have options that are not known here: only a slip is told.
        guard let guess = Spelling.nearest(to: key, among: (Self.valued.union(Self.flags)).sorted()) else { return }
        slips.append((word, guess))
        isOpen = true
        if word.value == nil, Self.valued.contains(guess), rest.first?.text.first != UInt8(ascii: "-") { _ = rest.popFirst() }
    }

    /// `-d macvlan`, `-dmacvlan`, `-d=macvlan`.
    private mutating func takeShort(_ word: ShellWord, _ rest: inout ArraySlice<ShellWord>) {
        guard let key = ["d": "driver", "o": "opt"][String(decoding: word.text[1...1], as: UTF8.self)] else { return }
        if word.text.count == 2 {
            if let value = rest.popFirst() { set(key, to: value) }
        } else {
            set(key, to: word.text[2] == UInt8(ascii: "=") ? word.dropping(3) : word.dropping(2))
        }
    }

    private mutating func set(_ key: String, to value: ShellWord) {
        switch key {
        case "driver": driver = value.word
        case "subnet": subnets += value.parts.map(\.word)
        case "gateway": gateways += value.parts.map(\.word)
        case "ip-range": ranges += value.parts.map(\.word)
        case "aux-address": auxiliary += value.value.map { [$0.word] } ?? []
        case "scope": scope = value.word
        case "config-from": configFrom = Word(value.text, at: value.mark)
        case "opt": setOption(value)
        default: break
        }
    }

    private mutating func setOption(_ option: ShellWord) {
        guard let value = option.value else { return }
        switch String(decoding: option.text.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self) {
        case "parent": parent = value.word
        case "ipvlan_mode": isRouted = value.text.has(prefix: "l3")
        default: break
        }
    }
}
