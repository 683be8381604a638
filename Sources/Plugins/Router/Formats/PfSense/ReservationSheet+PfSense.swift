internal import NetPlan
internal import XML

extension ReservationSheet {
    /// The DHCP server's part of pfSense's configuration.
    func pfsense() -> TextBuffer {
        let entries = PfSenseEntries(sheet: self)
        let children = [XMLElement("enable")] + [entries.range].compactMap(\.self) + entries.pools + entries.staticMaps
        let root = XMLElement("pfsense", children: [XMLElement("dhcpd", children: [XMLElement("lan", children: children)])])
        var document = XMLDocument(root.indented(by: "\t"))
        document.before = Self.remarks(
            on: "pfSense's DHCP server", "'lan' is what pfSense calls the interface of this LAN: write yours where it has another name.")
        return TextBuffer(XMLWriter.bytes(of: document))
    }
}
