internal import NetPlan

extension MACAddress {
    /// `DE:AD:AB:6B:D3:09`, as RouterOS and OpenWrt print it.
    var uppercase: String { description.uppercased() }

    /// `DE-AD-AB-6B-D3-09`, as Windows does.
    var dashed: String { uppercase.replacing(":", with: "-") }

    /// `01de.adab.6bd3.09`: the identifier of a DHCP client of type Ethernet, as IOS writes it (RFC 2132, 9.14).
    var clientIdentifier: String {
        let digits = Array("01" + description.replacing(":", with: ""))
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: ".")
    }
}
