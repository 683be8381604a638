public import NetPlan

extension ReservationSheet {
    /// What a sheet can be written in, as `outputs.router.formats` and `netplan-swarm export` name it; also the suffix of its file.
    public enum Format: String, Sendable, Hashable, Codable, CaseIterable {
        /// A line for each, for a spreadsheet or an upload.
        case csv
        /// A page to read.
        case markdown
        /// For a program.
        case json
        /// A page with a picture of the LAN, for a browser or a printer.
        case html
        /// For a program that reads XML, with a schema.
        case xml
        /// OPNsense's own configuration: dnsmasq, its default since 25.7.
        case opnsense
        /// OPNsense's own configuration: Kea.
        case opnsenseKea = "opnsense-kea"
        /// OPNsense's own configuration: Unbound's host overrides, names alone.
        case opnsenseUnbound = "opnsense-unbound"
        /// pfSense's own configuration.
        case pfsense
        /// A libvirt network.
        case libvirt
        /// A script for MikroTik's RouterOS.
        case routeros
        /// UCI sections for OpenWrt.
        case openwrt
        /// `set` commands for VyOS 1.3 and 1.4.
        case vyos
        /// `set` commands for VyOS 1.5 and later.
        case vyos15 = "vyos-1.5"
        /// `set` commands for Ubiquiti's EdgeOS.
        case edgeos
        /// Objects of UniFi's API.
        case unifi
        /// Arguments of Technitium's API.
        case technitium
        /// A CSV for PowerShell's DHCP cmdlets.
        case windows
        /// Cisco's IOS.
        case ios
    }

    /// The sheet as a file, or as `netplan-swarm export` prints it. What can't be said in that format is what `shortfalls(in:)` says.
    public func text(in format: Format) -> TextBuffer { text(in: format, markdown: nil) }

    /// The same, where the Markdown sheet may be known already: the page bears its digest.
    func text(in format: Format, markdown known: TextBuffer?) -> TextBuffer {
        switch format {
        case .csv: csv()
        case .markdown: known ?? markdown()
        case .json: json()
        case .html: html(digest: Digest(of: (known ?? markdown()).bytes).hexadecimal)
        case .xml: xml()
        case .opnsense: opnsense()
        case .opnsenseKea: opnsenseKea()
        case .opnsenseUnbound: opnsenseUnbound()
        case .pfsense: pfsense()
        case .libvirt: libvirt()
        case .routeros: routeros()
        case .openwrt: openwrt()
        case .vyos: vyos(.v13)
        case .vyos15: vyos(.v15)
        case .edgeos: vyos(.edgeos)
        case .unifi: unifi()
        case .technitium: technitium()
        case .windows: windows()
        case .ios: ios()
        }
    }
}
