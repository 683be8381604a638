/// What the plan declares, by name. A name whose thing was refused is known, and stands for nothing.
struct Names {
    var lans = NameTable<LAN>()
    /// The LANs whose DHCP server the plan names itself.
    var lansWithServer: Set<Reference<LAN>> = []
    var nodes = NameTable<Node>()
    var devices = NameTable<Device>()
    var vips = NameTable<VIP>()
    var macvlans = NameTable<Macvlan>()
    var overlays = NameTable<Overlay>()
    var services = NameTable<Service>()
    /// Sections that were written and refused: whoever names something of theirs is not wrong as well.
    var lostSections: Set<String> = []
    /// How many unknown names were looked for among the known ones: a guess is for a person, not for ten thousand of them.
    var guesses = 0
    /// Among how many names they were looked for in all.
    var compared = 0

    /// One of the tables above.
    typealias Table<Target> = WritableKeyPath<Names, NameTable<Target>>
}

extension PlanReader {
    /// What a name refers to. Reports a name that nobody declared, and says nothing of one that was refused.
    mutating func resolve<Target>(_ document: Document, _ noun: String, in table: Names.Table<Target>) -> Reference<Target>? {
        guard document.isText(.name(of: "a \(noun)"), reporting: &problems) else { return nil }
        if let known = names[keyPath: table][document.text.lowercased()] { return known }
        reportUnknown(document, noun, among: names[keyPath: table].names)
        return nil
    }

    mutating func reportUnknown(_ document: Document, _ noun: String, among lists: [String]...) {
        // `node, device or service`: where one of those sections was refused, the name may be of it.
        let sections = noun.lowercased().split { !$0.isLetter }.map { "\($0)s" }
        if !names.lostSections.isDisjoint(with: sections) { return }
        names.guesses += 1
        let count = lists.reduce(0) { $0 + $1.count }
        let mayGuess = names.guesses <= 100 && names.compared < 300_000
        if mayGuess { names.compared += count }
        let candidates = mayGuess || count <= 8 ? lists.joined().sorted() : []
        let help: String
        if count == 0 {
            help = "the plan has no \(noun) yet"
        } else if mayGuess, let guess = Spelling.nearest(to: document.text, among: candidates) {
            help = "did you mean \(guess)?"
        } else if count <= 8 {
            help = "there \(count == 1 ? "is" : "are") \(Spelling.list(candidates, "and"))"
        } else {
            help = "declare it in the plan, or take it out here"
        }
        problems.report(.unknownName, at: document.place, "there is no \(noun) '\(document.text)'", help: help)
    }

    /// Reads the key of a node, device, VIP, LAN; nil where it is no host name.
    mutating func hostKey<Target>(_ key: Document, _ noun: String, in table: Names.Table<Target>) -> HostName? {
        guard let name = key.hostName(reporting: &problems) else { return nil }
        if let first = names[keyPath: table].item(of: name.description, before: key) {
            problems.report(
                .duplicateName, at: key.place, "the \(noun) '\(name)' is here a second time: upper and lower case are one name",
                help: "give one of the two another name",
                related: [Related("the first is here", at: key.at(first).place)])
            return nil
        }
        return name
    }

    /// Keeps in mind a name that was refused: who refers to it is not wrong as well.
    mutating func refuse<Target>(_ key: Document, in table: Names.Table<Target>) {
        for text in [key.text, key.text.lowercased()] where names[keyPath: table][text] == nil {
            names[keyPath: table].add(text, nil, at: key)
        }
    }

    /// Reads the key of a network, group, class or service.
    mutating func identifierKey(_ key: Document) -> Identifier? { key.identifier(reporting: &problems) }

    /// Words that dnsmasq takes for something else than a name (2.90): a node named `ignore` gets no DHCP at all.
    mutating func checkReserved(_ name: HostName, at document: Document) {
        let text = name.description
        guard let first = text.utf8.first, first == UInt8(ascii: "i") || Digits.decimal(first) != nil else { return }
        let digits = text.utf8.last.map { "smhdw".utf8.contains($0) } ?? false ? text.utf8.dropLast() : text.utf8[...]
        let isNumber = !digits.isEmpty && digits.allSatisfy { Digits.decimal($0) != nil }
        guard isNumber || text == "ignore" || text == "infinite" else { return }
        let what = text.allSatisfy(\.isNumber) ? "is digits only, which some programs take for a number" : "is a keyword to dnsmasq"
        problems.report(
            .reservedName, at: document.place, "the name '\(text)' \(what)",
            help: "call it \(text == "ignore" ? "ignored" : "host-\(text)")")
    }

    /// Reads a list of other names.
    mutating func aliases(_ document: Document?) -> [HostName] {
        guard let document else { return [] }
        return document.list(of: "names", reporting: &problems).compactMap { element in
            guard let name = element.hostName(reporting: &problems) else { return nil }
            checkReserved(name, at: element)
            return name
        }
    }
}
