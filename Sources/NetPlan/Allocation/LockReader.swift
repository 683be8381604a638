/// Reads a lock line by line, and reports every one that can't be read.
struct LockReader {
    private let bytes: [UInt8]
    private let file: String
    /// Nil where the plan's own is wrong: then a lock of any site will do.
    private let site: HostName?
    private(set) var problems: Diagnostics

    private var freed: Set<Lock.Freed> = []
    /// Whose decision stands in which line, and where its value does: what it is worth is known when all are there.
    private var lines: [(subject: Lock.Subject, value: Range<Int>, line: Int)] = []

    init(_ bytes: [UInt8], file: String, site: HostName?, problems: Diagnostics) {
        self.bytes = bytes
        self.file = file
        self.site = site
        self.problems = problems
    }

    /// What the lock says; nil where anything is wrong with it.
    mutating func read() -> Lock.Saved? {
        let before = problems.count
        guard String(validating: bytes, as: UTF8.self) != nil else {
            report(1, "the lock is not UTF-8 text", help: "take it from the last commit")
            return nil
        }
        guard readLines() else { return nil }
        let saved = decide()
        return problems.count == before ? saved : nil
    }

    private mutating func report(_ line: Int, _ message: String, help: String, related: [Related] = []) {
        problems.report(.lockInvalid, at: place(line), message, help: help, related: related)
    }

    private func place(_ line: Int) -> Place { .mark(file: file, Mark(line: line, column: 1)) }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    // MARK: Lines

    /// False where the text is another file, and its lines mean nothing.
    private mutating func readLines() -> Bool {
        let noLock = "this is not a lock of netplan-swarm: it starts with 'lock 1 \(site?.description ?? "SITE")'"
        var hasHeader = false
        var (start, number) = (0, 0)
        var words: [Range<Int>] = []
        while start < bytes.count {
            let next = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = start..<(next > start && bytes[next - 1] == UInt8(ascii: "\r") ? next - 1 : next)
            (start, number) = (next + 1, number + 1)
            guard let first = bytes[line].first, first != UInt8(ascii: "#") else { continue }
            if "<=>|".utf8.contains(first), ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: text(line).hasPrefix) {
                report(
                    number, "a merge left its conflict in the lock",
                    help: "keep the lines of both sides, take the marks out, and run 'netplan-swarm validate'")
                return false
            }
            split(line, into: &words)
            if hasHeader {
                take(words, number)
            } else if let fault = headerFault(words.map(text), otherwise: noLock) {
                report(number, fault.message, help: fault.help)
                return false
            } else {
                hasHeader = true
            }
        }
        if !hasHeader { report(1, noLock, help: "take it from the last commit") }
        return true
    }

    private func split(_ line: Range<Int>, into words: inout [Range<Int>]) {
        words.removeAll(keepingCapacity: true)
        var start = line.lowerBound
        for index in line where bytes[index] == UInt8(ascii: " ") {
            words.append(start..<index)
            start = index + 1
        }
        words.append(start..<line.upperBound)
    }

    private func headerFault(_ words: [String], otherwise noLock: String) -> (message: String, help: String)? {
        guard words.count == 3, words[0] == "lock", let version = Int(words[1]) else { return (noLock, "take it from the last commit") }
        if version != 1 {
            return ("the lock is of version \(version), and this program writes version 1", "use the newer netplan-swarm")
        }
        guard let site, words[2] != site.description else { return nil }
        return (
            "the lock is of the site '\(words[2])', and the plan of '\(site)'",
            "if the site was renamed, write 'lock 1 \(site)' here; else put this site's own lock beside the plan"
        )
    }

    private mutating func take(_ words: [Range<Int>], _ line: Int) {
        let isFreed = words.first.map { bytes[$0].elementsEqual("freed".utf8) } ?? false
        guard words.count >= 3, let value = words.last, let subject = subject(words.dropFirst(isFreed ? 1 : 0).dropLast()) else {
            return refuse(line, "this line is not a decision")
        }
        if !isFreed { return lines.append((subject, value, line)) }
        guard subject.ownsBlock, let prefix = prefix(value) else { return refuse(line, "'\(text(value))' is not a network") }
        freed.insert(Lock.Freed(prefix: prefix, owner: subject))
    }

    private mutating func refuse(_ line: Int, _ fault: String) {
        report(line, fault, help: "take the lock from the last commit, or remove the line to decide anew")
    }

    private func subject(_ words: ArraySlice<Range<Int>>) -> Lock.Subject? {
        guard let keyword = words.first, let name = words.dropFirst().first.flatMap(name) else { return nil }
        let other = words.count == 3 ? words.last.flatMap(self.name) : nil
        func isKeyword(_ text: StaticString) -> Bool {
            bytes[keyword].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
        switch (other, words.count) {
        case (nil, 2): return isKeyword("address") ? .address(name) : isKeyword("overlay") ? .overlay(name) : nil
        case (let other?, 3):
            if isKeyword("address") { return .attachment(name, lan: other) }
            return isKeyword("service") ? .service(name, node: other) : isKeyword("slice") ? .slice(name, node: other) : nil
        default: return nil
        }
    }

    private func name(_ word: Range<Int>) -> String? {
        let span = bytes.span.extracting(word)
        guard (try? HostName(parsing: span)) != nil || (try? Identifier(parsing: span)) != nil else { return nil }
        return text(word)
    }

    private func prefix(_ word: Range<Int>) -> Prefix<IPv4Address>? { try? Prefix(parsing: bytes.span.extracting(word)) }
    private func address(_ word: Range<Int>) -> IPv4Address? { try? IPv4Address(parsing: bytes.span.extracting(word)) }

    // MARK: Decisions

    private mutating func decide() -> Lock.Saved {
        var saved = Lock.Saved(lock: Lock(site: site ?? HostName(joined: "site")), file: file)
        saved.lock.freed = freed
        saved.lines = Decisions(lines.map { Decisions.Entry(subject: $0.subject, value: $0.line) })
        var addresses: [Decisions<IPv4Address>.Entry] = []
        addresses.reserveCapacity(lines.count)
        var claims: [Claim] = []
        claims.reserveCapacity(lines.count)
        var cursor = 0
        for (subject, value, line) in lines {
            if let first = saved.lines.value(of: subject, after: &cursor), first != line {
                refuse(line, "this was decided in line \(first) already")
            } else if subject.ownsBlock {
                guard let prefix = prefix(value) else { refuse(line, "'\(text(value))' is not a network"); continue }
                saved.lock.blocks[subject] = prefix
                claims.append(Claim(subject: subject, range: prefix.range, line: line))
            } else {
                guard let address = address(value) else { refuse(line, "'\(text(value))' is not an address"); continue }
                addresses.append(Decisions.Entry(subject: subject, value: address))
                claims.append(Claim(subject: subject, range: address...address, line: line))
            }
        }
        saved.lock.addresses = Decisions(addresses)
        // A service's address lies in its slice.
        report(meetingIn: claims, saved.lock.blocks) { !$0.isService }
        report(meetingIn: claims, saved.lock.blocks) { $0.isService }
        return saved
    }

    /// What a line gives to whom.
    private struct Claim {
        let subject: Lock.Subject
        let range: AddressRange<IPv4Address>
        let line: Int

        var isService: Bool { if case .service = subject { true } else { false } }
    }

    /// Two decisions that meet: what a merge of two branches leaves that both gave something away.
    private mutating func report(meetingIn claims: [Claim], _ blocks: [Lock.Subject: Prefix<IPv4Address>], where isMeant: (Claim) -> Bool) {
        // Of those that start together, the earlier line stays the first.
        let sorted = claims.indices.filter { isMeant(claims[$0]) }.radixSorted { UInt64(claims[$0].range.lowerBound.bits) }
        var widest: Int?
        for index in sorted {
            if let widest, claims[index].range.lowerBound <= claims[widest].range.upperBound {
                let (first, second) = (claims[min(widest, index)], claims[max(widest, index)])
                let given = blocks[second.subject].map(\.description) ?? second.range.text
                report(
                    second.line, "\(second.subject.name) and \(first.subject.name) were both given \(given): two branches decided apart",
                    help: "remove this line; the next 'generate' decides it anew",
                    related: [Related("the other is here", at: place(first.line))])
            }
            if let last = widest, claims[index].range.upperBound <= claims[last].range.upperBound { continue }
            widest = index
        }
    }
}

extension Lock {
    /// Reads a lock. A line that can't be read, a merge conflict, or two decisions that can't both hold are `lock-invalid`.
    ///
    /// Without a site, a lock of any is read.
    public static func read(_ bytes: [UInt8], file: String, site: HostName?, reporting problems: inout Diagnostics) -> Saved? {
        var reader = LockReader(bytes, file: file, site: site, problems: problems)
        defer { problems = reader.problems }
        return reader.read()
    }
}
