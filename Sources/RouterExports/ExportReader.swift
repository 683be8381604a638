public import NetPlan
internal import XML

/// Reads a router's own export, or what was seen in a network, whatever of the known formats it is in.
///
///     try ExportReader.read(bytes, file: "config.xml").format      // opnsense
///
/// The format is found by the content, never by the name. What the file says of servers that are switched off is left out; what
/// could not be read is a remark.
public enum ExportReader {
    /// Fails where it is in no known format, or broken as a whole.
    public static func read(_ bytes: [UInt8], file: String) throws(ExportFault) -> RouterExport {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let first = bytes.first(where: { !$0.isBlank }) else { throw ExportFault("it is empty") }
        if first == UInt8(ascii: "<") { return try readXML(bytes) }
        let json = JSONText.withoutComments(bytes)
        if let first = json.bytes.first(where: { !$0.isBlank }), first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            return try JSONExportReader.read(json, file: file)
        }
        let lines = ExportLine.all(in: bytes)
        switch TextFormat.guess(lines) {
        case .routeros: return RouterOSReader.read(bytes)
        case .openwrt: return OpenWrtReader.read(lines)
        case .vyos: return VyOSReader.read(lines)
        case .dhcpd: return DhcpdReader.read(bytes)
        case .dhcpdLeases: return DhcpdLeasesReader.read(bytes)
        case .dnsmasq: return DnsmasqReader.read(lines)
        case .dnsmasqLeases: return DnsmasqLeasesReader.read(lines)
        case .neighbours: return NeighbourReader.read(lines)
        default:
            throw ExportFault("it is in no format that is known here: there is \(Spelling.list(ExportFormat.allCases.map(\.title), "and"))")
        }
    }

    private static func readXML(_ bytes: [UInt8]) throws(ExportFault) -> RouterExport {
        let root: XMLElement
        do { root = try XMLReader.read(bytes).root } catch { throw ExportFault(error.reason, line: error.line) }
        switch root.name {
        case "opnsense": return OPNsenseReader.read(root)
        case "pfsense": return PfSenseReader.read(root)
        case "network", "networks": return LibvirtReader.read(root)
        case "nmaprun": return NmapReader.read(root)
        default: throw ExportFault("it is XML, and neither OPNsense's, pfSense's, libvirt's nor nmap's", line: root.line)
        }
    }
}
