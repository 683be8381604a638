/// How VyOS and its sibling say the same thing, by version (vyos-1x: the interface definitions of dhcp-server).
struct VyOSDialect: Sendable, Hashable {
    let format: ReservationSheet.Format
    /// Before `default-router` and what else clients are told.
    var option = ""
    var nameServer = "name-server"
    var mac = "mac-address"
    /// Kea wants a number for each subnet.
    var hasSubnetID = false
    /// EdgeOS names a range by its start, the others number it.
    var numbersRanges = true

    static let v13 = VyOSDialect(format: .vyos)
    static let v15 = VyOSDialect(format: .vyos15, option: "option ", mac: "mac", hasSubnetID: true)
    static let edgeos = VyOSDialect(format: .edgeos, nameServer: "dns-server", numbersRanges: false)
}
