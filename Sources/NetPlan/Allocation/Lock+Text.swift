extension Lock {
    /// The file: a comment, the version and site, then a sorted line for each decision, so that branches merge line by line.
    ///
    ///     lock 1 home
    ///     overlay proxy_traefik 10.201.0.0/24
    ///     slice pihole ds1 192.168.0.252/30
    public var text: [UInt8] {
        var body = TextBuffer()
        var lines: [Range<Int>] = []
        func end() {
            body.newline()
            lines.append((lines.last?.upperBound ?? 0)..<body.bytes.count)
        }
        lines.reserveCapacity(addresses.entries.count + blocks.count + freed.count)
        body.reserve(40 * lines.capacity)
        for entry in addresses.entries {
            body.append(startOf: entry.subject)
            body.append(entry.value)
            end()
        }
        for (subject, prefix) in blocks {
            body.append(startOf: subject)
            body.append(prefix)
            end()
        }
        for freed in freed {
            body.append("freed ")
            body.append(startOf: freed.owner)
            body.append(freed.prefix)
            end()
        }
        Self.sort(&lines, of: body.bytes)
        var text = TextBuffer()
        text.append(line: "# What netplan-swarm decided where the plan left it open. Commit this file with the plan; don't edit it.")
        text.append(line: "lock 1 \(site)")
        return lines.reduce(into: text.bytes) { bytes, line in bytes += body.bytes[line] }
    }

    /// Sorts lines of ASCII, byte by byte. The addresses are in order already, and most locks have nothing else.
    private static func sort(_ lines: inout [Range<Int>], of bytes: [UInt8]) {
        func precedes(_ a: Range<Int>, _ b: Range<Int>) -> Bool { bytes[a].lexicographicallyPrecedes(bytes[b]) }
        if zip(lines, lines.dropFirst()).allSatisfy({ !precedes($1, $0) }) { return }
        lines.sort(by: precedes)
    }
}

extension TextBuffer {
    /// The start of a subject's line, up to its value.
    fileprivate mutating func append(startOf subject: Lock.Subject) {
        switch subject {
        case .address(let name): append("address ", name)
        case .attachment(let node, let lan): append("address ", node, lan)
        case .overlay(let name): append("overlay ", name)
        case .service(let name, let node): append("service ", name, node)
        case .slice(let name, let node): append("slice ", name, node)
        }
    }

    private mutating func append(_ keyword: String, _ name: String, _ other: String? = nil) {
        append(keyword)
        append(name)
        append(ascii: " ")
        guard let other else { return }
        append(other)
        append(ascii: " ")
    }
}
