internal import NetPlan

/// dhcpd.conf under construction: statements, blocks and their indentation (dhcpd.conf(5)).
struct DhcpdText {
    private(set) var buffer = TextBuffer()
    private var depth = 0

    init(site: HostName) {
        buffer.append(line: "# Written by netplan-swarm for the site \(site): change its plan, not this file.")
    }

    /// Room for that many hosts, a guess.
    mutating func reserve(hosts: Int) { buffer.reserve(1024 + 160 * hosts) }

    mutating func newline() { buffer.newline() }

    private mutating func indent() {
        for _ in 0..<depth { buffer.append("  ") }
    }

    /// `head {`, what `body` writes, `}`.
    mutating func block(_ head: String, _ body: (inout DhcpdText) -> Void) {
        indent()
        buffer.append(line: "\(head) {")
        depth += 1
        body(&self)
        depth -= 1
        indent()
        buffer.append(line: "}")
    }

    /// One statement; the semicolon is added.
    mutating func statement(_ text: String) {
        indent()
        buffer.append(text)
        buffer.append(line: ";")
    }

    /// A statement whose value is an address, or several with commas between them; nothing where there is none.
    mutating func statement(_ keyword: String, _ addresses: [IPv4Address]) {
        if addresses.isEmpty { return }
        indent()
        buffer.append(keyword)
        for (position, address) in addresses.enumerated() {
            buffer.append(position == 0 ? " " : ", ")
            buffer.append(address)
        }
        buffer.append(line: ";")
    }

    /// A statement whose value is a string; nothing where there is none.
    mutating func statement(_ keyword: String, quoted text: String?) {
        guard let text else { return }
        statement("\(keyword) \(Self.quoted(text))")
    }

    /// dhcpd reads a quote and a backslash behind a backslash.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    mutating func range(_ range: AddressRange<IPv4Address>) {
        indent()
        buffer.append("range ")
        buffer.append(range.lowerBound)
        if range.lowerBound != range.upperBound {
            buffer.append(ascii: " ")
            buffer.append(range.upperBound)
        }
        buffer.append(line: ";")
    }

    /// One line for each host: byte by byte, for there may be 100,000.
    mutating func hosts(_ hosts: [LeasePlan.Host], in domain: HostName) {
        for host in hosts {
            indent()
            buffer.append("host ")
            buffer.append(host.name)
            if !host.name.isQualified {
                buffer.append(ascii: ".")
                buffer.append(domain)
            }
            buffer.append(" { hardware ethernet ")
            buffer.append(host.mac)
            buffer.append("; fixed-address ")
            buffer.append(host.address)
            buffer.append("; option host-name \"")
            buffer.append(host.hostname.isQualified ? host.hostname.short : host.hostname.description)
            buffer.append("\"; }\n")
        }
    }
}
