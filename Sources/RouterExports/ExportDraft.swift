internal import NetPlan

/// A configuration while it is read: values that are none leave a remark, and the reading goes on.
struct ExportDraft {
    var configuration = RouterConfiguration()
    private(set) var remarks: [RouterExport.Remark] = []
    /// Beyond it, one more remark says that there are others.
    private static let limit = 24

    mutating func remark(_ sentence: String, line: Int?, hidesLeases: Bool = false) {
        if remarks.count < Self.limit { return remarks.append(.init(sentence, line: line, hidesLeases: hidesLeases)) }
        if remarks.count == Self.limit { remarks.append(.init("there is more that can't be read", line: line, hidesLeases: true)) }
    }

    /// An address, or a remark that names what it was to be: "a range's start".
    mutating func address(_ text: String, _ noun: String, line: Int) -> IPv4Address? {
        if let address = IPv4Address(text) { return address }
        remark("\(noun) is no IPv4 address", line: line)
        return nil
    }

    mutating func mac(_ text: String, line: Int) -> MACAddress? {
        if let mac = ExportValue.mac(text) { return mac }
        remark("a MAC can't be read, or is nobody's", line: line)
        return nil
    }

    /// A range by its ends, in either order: dhcpd and dnsmasq swap them.
    mutating func addRange(_ first: String, _ last: String, line: Int) {
        guard let low = IPv4Address(first), let high = IPv4Address(last) else {
            return remark("a range's ends are no IPv4 addresses", line: line, hidesLeases: true)
        }
        configuration.ranges.append(.init(min(low, high)...max(low, high), line: line))
    }

    /// Ranges as `a-b`, `a - b`, one address, or a network, with commas, blanks or lines between them.
    mutating func addRanges(_ text: String, line: Int) {
        for range in ranges(text, line: line) { configuration.ranges.append(.init(range, line: line)) }
    }

    mutating func ranges(_ text: String, line: Int) -> [AddressRange<IPv4Address>] {
        let text = text.replacing(" - ", with: "-")
        return text.split(whereSeparator: { ", \n\t\r".contains($0) }).compactMap { part in
            if let range = ExportValue.range(String(part)) { return range }
            remark("a range can't be read", line: line, hidesLeases: true)
            return nil
        }
    }

    mutating func addReservation(_ address: String, _ macs: [String], name: String?, line: Int) {
        guard let address = self.address(address, "a reserved address", line: line) else { return }
        let found = macs.compactMap { mac($0, line: line) }
        configuration.reservations.append(.init(address, found, name: name.flatMap { HostName($0) }, line: line))
    }

    /// Where it names one: an interface has "dhcp" there, and a server often nothing.
    mutating func addGateway(_ text: String, line: Int) {
        if let address = IPv4Address(text) { configuration.gateways.append(.init(address, line: line)) }
    }

    func export(_ format: ExportFormat) -> RouterExport { RouterExport(format, .configuration(configuration), remarks: remarks) }
}
