/// What a file of a router, or of somebody who looked at the network, is written in.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
    // What a router leases.
    case opnsense, pfsense, libvirt, routeros, openwrt, vyos, edgeos, dhcpd, kea, dnsmasq
    // Who was seen at which address.
    case neighbours = "ip-neigh"
    case dhcpdLeases = "dhcpd-leases"
    case dnsmasqLeases = "dnsmasq-leases"
    case nmap

    /// As a person calls it: "OPNsense".
    public var title: String {
        switch self {
        case .opnsense: "OPNsense"
        case .pfsense: "pfSense"
        case .libvirt: "libvirt network"
        case .routeros: "RouterOS"
        case .openwrt: "OpenWrt"
        case .vyos: "VyOS"
        case .edgeos: "EdgeOS"
        case .dhcpd: "dhcpd.conf"
        case .kea: "Kea DHCPv4"
        case .dnsmasq: "dnsmasq"
        case .neighbours: "ip neigh"
        case .dhcpdLeases: "dhcpd's leases"
        case .dnsmasqLeases: "dnsmasq's leases"
        case .nmap: "nmap"
        }
    }
}
