internal import NetPlan

/// A file for dnsmasq under construction: an option a line, its fields between commas (dnsmasq(8)).
struct DnsmasqText {
    var buffer = TextBuffer()

    init(site: HostName) {
        buffer.append(line: "# Written by netplan-swarm for the site \(site): change its plan, not this file.")
    }

    /// Room for that many, a guess.
    mutating func reserve(hosts: Int, records: Int) { buffer.reserve(1024 + 72 * hosts + 64 * records) }

    mutating func newline() { buffer.newline() }

    /// One option with its value.
    mutating func option(_ name: String, _ value: String) {
        buffer.append(name)
        buffer.append(ascii: "=")
        buffer.append(line: value)
    }

    /// dnsmasq reads a quote and a backslash behind a backslash, and takes a comma in quotes for what it is.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
