/// Asks an allocation whose something is.
///
///     Inquiry(allocation, saved: lock).answers(to: "192.168.0.11")   // node ds1
///     Inquiry(allocation, saved: lock).answers(to: "PiHole")         // macvlan pihole, service pihole on ds1 …
public struct Inquiry: Sendable {
    let allocation: Allocation
    let saved: Lock.Saved?
    var plan: Plan { allocation.plan }

    /// The lock is asked for the line of what was decided earlier.
    public init(_ allocation: Allocation, saved: Lock.Saved?) {
        self.allocation = allocation
        self.saved = saved
    }

    /// What is known of an address, a network, a MAC or a name. Nothing where nobody in the plan speaks of it.
    public func answers(to text: String) -> [Answer] {
        let text = text.lowercased()
        if let address = IPAddress(text) { return answers(to: address) }
        if let network = Prefix<IPv4Address>(text) { return answers(to: network) }
        if let mac = Self.mac(text) { return answers(to: mac) }
        return answers(toName: text.hasSuffix(".") ? String(text.dropLast()) : text)
    }

    /// Whether the text is an address of the kind that has no spelling to guess at.
    public static func isNumeric(_ text: String) -> Bool {
        IPAddress(text) != nil || Prefix<IPv4Address>(text) != nil || mac(text.lowercased()) != nil
    }

    /// A MAC as anybody writes it: with colons, or as Windows and Cisco do.
    private static func mac(_ text: String) -> MACAddress? {
        let digits = text.utf8.filter { !":-.".utf8.contains($0) }
        guard digits.count == 12, text.utf8.count > 12, digits.allSatisfy({ Digits.hexadecimal($0) != nil }) else { return nil }
        let pairs = stride(from: 0, to: 12, by: 2).map { String(decoding: digits[$0...($0 + 1)], as: UTF8.self) }
        return MACAddress(pairs.joined(separator: ":"))
    }

    /// The owner of an address, as an answer.
    func answer(_ entry: AllocatedAddress) -> Answer {
        var answer = Answer(Answer.Kind(entry.kind), allocation.phrase(for: entry), name: entry.name)
        if case .service(_, let node) = entry.owner { answer.node = plan[node].name }
        answer.lan = entry.lan
        answer.address = entry.address
        answer.mac = entry.mac
        answer.names = names(of: entry.address)
        answer.origin = entry.origin
        answer.declared = allocation.place(of: entry)
        if entry.origin == .locked { answer.locked = allocation.lockSubject(of: entry).flatMap { saved?.place(of: $0) } }
        answer.covers = covers(of: entry.address)
        return answer
    }

    private func names(of address: IPAddress) -> [String] {
        var names: [String] = []
        for line in allocation.namedAddresses() where line.address == address {
            for name in line.names where !names.contains(name) { names.append(name) }
        }
        return names
    }
}

extension Answer.Kind {
    fileprivate init(_ kind: AllocatedAddress.Kind) {
        self =
            switch kind {
            case .gateway: .gateway
            case .node: .node
            case .device: .device
            case .vip: .vip
            case .service: .service
            }
    }
}
