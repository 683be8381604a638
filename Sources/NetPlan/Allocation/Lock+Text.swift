extension Lock {
    /// The file: a comment, the version and site, then a sorted line for each decision, so that branches merge line by line.
    ///
    ///     lock 1 home
    ///     overlay proxy_traefik 10.201.0.0/24
    ///     slice pihole ds1 192.168.0.252/30
    public var text: [UInt8] {
        var lines = addresses.map { "\($0.key.line) \($0.value)" }
        lines += blocks.map { "\($0.key.line) \($0.value)" }
        lines += freed.map { "freed \($0.owner.line) \($0.prefix)" }
        var text = TextBuffer()
        text.append(line: "# What netplan-swarm decided where the plan left it open. Commit this file with the plan; don't edit it.")
        text.append(line: "lock 1 \(site)")
        for line in lines.sorted() { text.append(line: line) }
        return text.bytes
    }

    /// Reads a lock. A line that can't be read, a merge conflict, or two decisions that can't both hold are `lock-invalid`.
    public static func read(_ bytes: [UInt8], file: String, site: HostName, reporting problems: inout Diagnostics) -> Saved? {
        var saved = Saved(lock: Lock(site: site), file: file)
        let before = problems.count
        func report(_ line: Int, _ message: String, help: String, _ problems: inout Diagnostics) {
            problems.report(.lockInvalid, at: .mark(file: file, Mark(line: line, column: 1)), message, help: help)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            report(1, "the lock is not UTF-8 text", help: "take it from the last commit", &problems)
            return nil
        }
        var header = false
        // Scalar by scalar: to a String, CR and LF are one character, and no LF.
        for (index, scalars) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = Substring(scalars.last == "\r" ? scalars.dropLast() : scalars)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: line.hasPrefix) {
                report(
                    index + 1, "a merge left its conflict in the lock",
                    help: "keep the lines of both sides, take the marks out, and run 'netplan-swarm validate'", &problems)
                return nil
            }
            let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            if !header {
                guard words.count == 3, words[0] == "lock", let version = Int(words[1]) else {
                    report(
                        index + 1, "this is not a lock of netplan-swarm: it starts with 'lock 1 \(site)'",
                        help: "take it from the last commit", &problems)
                    return nil
                }
                guard version == 1 else {
                    report(
                        index + 1, "the lock is of version \(version), and this program writes version 1",
                        help: "use the newer netplan-swarm", &problems)
                    return nil
                }
                guard words[2] == site.description else {
                    report(
                        index + 1, "the lock is of the site '\(words[2])', and the plan of '\(site)'",
                        help: "if the site was renamed, write 'lock 1 \(site)' here; else put this site's own lock beside the plan",
                        &problems)
                    return nil
                }
                header = true
                continue
            }
            if let fault = saved.take(words, line: index + 1) {
                report(index + 1, fault, help: "take the lock from the last commit, or remove the line to decide anew", &problems)
            }
        }
        if !header {
            report(
                1, "this is not a lock of netplan-swarm: it starts with 'lock 1 \(site)'", help: "take it from the last commit", &problems)
        }
        saved.checkOverlaps(reporting: &problems)
        return problems.count == before ? saved : nil
    }
}

extension Lock.Subject {
    /// The start of its line.
    var line: String {
        switch self {
        case .address(let name): "address \(name)"
        case .attachment(let node, let lan): "address \(node) \(lan)"
        case .overlay(let name): "overlay \(name)"
        case .service(let name, let node): "service \(name) \(node)"
        case .slice(let name, let node): "slice \(name) \(node)"
        }
    }

    /// Reads what `line` writes.
    init?(_ words: [String]) {
        switch (words.first, words.count) {
        case ("address", 2): self = .address(words[1])
        case ("address", 3): self = .attachment(words[1], lan: words[2])
        case ("overlay", 2): self = .overlay(words[1])
        case ("service", 3): self = .service(words[1], node: words[2])
        case ("slice", 3): self = .slice(words[1], node: words[2])
        default: return nil
        }
        for word in words.dropFirst() where HostName(word) == nil && Identifier(word) == nil { return nil }
    }

    /// Whether it owns a block, not a single address.
    var ownsBlock: Bool {
        switch self {
        case .overlay, .slice: true
        case .address, .attachment, .service: false
        }
    }
}

extension Lock.Saved {
    /// Keeps the decision of a line; or says what is wrong with it.
    fileprivate mutating func take(_ words: [String], line: Int) -> String? {
        var words = words
        guard words.count >= 3, let value = words.popLast() else { return "this line is not a decision" }
        let isFreed = words.first == "freed"
        if isFreed { words.removeFirst() }
        guard let subject = Lock.Subject(words) else { return "this line is not a decision" }
        if isFreed {
            guard subject.ownsBlock, let prefix = Prefix<IPv4Address>(value) else { return "'\(value)' is not a network" }
            lock.freed.insert(Lock.Freed(prefix: prefix, owner: subject))
            return nil
        }
        if let first = lines[subject] { return "this was decided in line \(first) already" }
        lines[subject] = line
        if subject.ownsBlock {
            guard let prefix = Prefix<IPv4Address>(value) else { return "'\(value)' is not a network" }
            lock.blocks[subject] = prefix
        } else {
            guard let address = IPv4Address(value) else { return "'\(value)' is not an address" }
            lock.addresses[subject] = address
        }
        return nil
    }

    /// Two decisions that meet: what a merge of two branches leaves that both gave something away.
    fileprivate func checkOverlaps(reporting problems: inout Diagnostics) {
        var taken: [(range: AddressRange<IPv4Address>, subject: Lock.Subject)] = lock.blocks.map { ($0.value.range, $0.key) }
        taken += lock.addresses.compactMap { entry in
            // A service's address lies in its slice.
            if case .service = entry.key { nil } else { (entry.value...entry.value, entry.key) }
        }
        report(meetingIn: taken, reporting: &problems)
        report(
            meetingIn: lock.addresses.compactMap { if case .service = $0.key { ($0.value...$0.value, $0.key) } else { nil } },
            reporting: &problems)
    }

    private func report(meetingIn taken: [(range: AddressRange<IPv4Address>, subject: Lock.Subject)], reporting problems: inout Diagnostics)
    {
        let sorted = taken.sorted { ($0.range.lowerBound, lines[$0.subject] ?? 0) < ($1.range.lowerBound, lines[$1.subject] ?? 0) }
        var widest: Int?
        for index in sorted.indices {
            if let widest, sorted[index].range.lowerBound <= sorted[widest].range.upperBound {
                let pair = [sorted[widest], sorted[index]].sorted { (lines[$0.subject] ?? 0) < (lines[$1.subject] ?? 0) }
                let given = lock.blocks[pair[1].subject].map(\.description) ?? pair[1].range.text
                problems.report(
                    .lockInvalid, at: place(of: pair[1].subject),
                    "\(pair[1].subject.name) and \(pair[0].subject.name) were both given \(given): two branches decided apart",
                    help: "remove this line; the next 'generate' decides it anew",
                    related: [Related("the other is here", at: place(of: pair[0].subject))])
            }
            if let last = widest, sorted[index].range.upperBound <= sorted[last].range.upperBound { continue }
            widest = index
        }
    }
}
