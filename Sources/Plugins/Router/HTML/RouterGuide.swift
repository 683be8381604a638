internal import NetPlan

/// Where one router has what a sheet asks for, in a few steps with the sheet's own values.
struct RouterGuide {
    let name: String
    let steps: @Sendable (ReservationSheet) -> HTML

    /// Those that sites with a Docker Swarm have most, by name, and a word for all others.
    static let all = [
        RouterGuide(name: "MikroTik RouterOS", steps: routerOS),
        RouterGuide(name: "OpenWrt", steps: openWrt),
        RouterGuide(name: "OPNsense", steps: opnSense),
        RouterGuide(name: "pfSense", steps: pfSense),
        RouterGuide(name: "Pi-hole", steps: piHole),
        RouterGuide(name: "UniFi", steps: uniFi),
        RouterGuide(name: "VyOS", steps: vyOS),
        RouterGuide(name: "Windows Server", steps: windows),
        RouterGuide(name: "Any other", steps: other),
    ]

    /// The most commands that are spelled out: who reads the first few can make the rest.
    private static let mostCommands = 6

    private static func commands<Element>(_ elements: [Element], _ command: (Element) -> HTML) -> HTML {
        if elements.isEmpty { return "" }
        let more = elements.count - mostCommands
        return """
            <pre><code>\(each: elements.prefix(mostCommands), { "\(command($0))\n" })</code></pre>
            \(if: more > 0, "<p>and so on for the other \(count: more).</p>\n")
            """
    }

    private static func span(_ range: AddressRange<IPv4Address>) -> String { "\(range.lowerBound)-\(range.upperBound)" }

    private static func oneRange(_ sheet: ReservationSheet) -> HTML {
        sheet.largestLeasable.map { "from <code>\($0.lowerBound)</code> to <code>\($0.upperBound)</code>" }
            ?? "to none, as the plan has none"
    }

    private static func routerOS(_ sheet: ReservationSheet) -> HTML {
        let ranges =
            sheet.leasable.prefix(mostCommands).map(span).joined(separator: ",") + (sheet.leasable.count > mostCommands ? ",…" : "")
        return """
            <p>Put the name of your pool and of your DHCP server in place of POOL and SERVER.</p>
            \(commands(ranges.isEmpty ? [] : [ranges]) { "/ip pool set [find name=POOL] ranges=\($0)" })\
            \(commands(sheet.reservations) { reservation in
                "/ip dhcp-server lease add server=SERVER address=\(reservation.address) mac-address=\(reservation.mac.description.uppercased()) comment=\"\(sheet.marker)\""
            })\
            <p>Back: <code>/ip dhcp-server lease remove [find comment="\(sheet.marker)"]</code></p>

            """
    }

    private static func openWrt(_ sheet: ReservationSheet) -> HTML {
        let run: HTML =
            sheet.largestLeasable.map { range in
                "<b>Start</b> <code>\(sheet.start(of: range))</code>, <b>Limit</b> <code>\(range.addressCount)</code>"
            } ?? "none, as the plan has none"
        return """
            <ol>
            <li>Network › Interfaces › the interface › DHCP Server takes one range: set \(run).</li>
            <li>Network › DHCP and DNS › Static Leases: add the reservations.</li>
            </ol>

            """
    }

    private static func opnSense(_ sheet: ReservationSheet) -> HTML {
        """
        <ol>
        <li>With Dnsmasq: Services › Dnsmasq DNS &amp; DHCP › DHCP ranges: one for each range that is free to lease. Hosts: one for each reservation.</li>
        <li>With Kea: Services › Kea DHCP › Kea DHCPv4 › Subnets › \(sheet.lan.subnet): Pools, one range on each line. Reservations: one for each.</li>
        </ol>

        """
    }

    private static func pfSense(_ sheet: ReservationSheet) -> HTML {
        """
        <ol>
        <li>Services › DHCP Server › the interface: the first free range is the Address Pool Range; each other is an Additional Pool.</li>
        <li>Static Mappings: add the reservations. One that lies in a pool is refused, so set the ranges first.</li>
        </ol>

        """
    }

    private static func piHole(_ sheet: ReservationSheet) -> HTML {
        """
        <ol>
        <li>Settings › DHCP takes one range: set it \(oneRange(sheet)).</li>
        <li>Static DHCP leases, expert mode: a line <code>MAC,address,name</code> for each reservation.</li>
        </ol>

        """
    }

    private static func uniFi(_ sheet: ReservationSheet) -> HTML {
        """
        <ol>
        <li>Settings › Networks › the network › DHCP takes one range: set it \(oneRange(sheet)).</li>
        <li>Clients › the client › Settings › Fixed IP Address: for each reservation.</li>
        </ol>

        """
    }

    private static func vyOS(_ sheet: ReservationSheet) -> HTML {
        """
        <p>Delete the old ranges first. Put the name of your shared network in place of LAN. In VyOS 1.3 and 1.4 it is \
        <code>mac-address</code>, in 1.5 <code>mac</code>.</p>
        \(commands(Array(sheet.leasable.enumerated())) { index, range in
            """
            set service dhcp-server shared-network-name LAN subnet \(sheet.lan.subnet) range \(index) start \(range.lowerBound)
            set service dhcp-server shared-network-name LAN subnet \(sheet.lan.subnet) range \(index) stop \(range.upperBound)
            """
        })\
        \(commands(sheet.reservations) { reservation in
            """
            set service dhcp-server shared-network-name LAN subnet \(sheet.lan.subnet) static-mapping \(reservation.name) ip-address \(reservation.address)
            set service dhcp-server shared-network-name LAN subnet \(sheet.lan.subnet) static-mapping \(reservation.name) mac-address \(reservation.mac)
            """
        })
        """
    }

    /// `de-ad-ab-6b-d3-09`, as Windows writes a MAC.
    private static func dashed(_ mac: MACAddress) -> String { mac.description.replacing(":", with: "-") }

    private static func windows(_ sheet: ReservationSheet) -> HTML {
        let scope = "-ScopeId \(sheet.lan.subnet.first)"
        // A scope is one range: what lies between what may be leased is excluded, but for what a reservation holds already.
        let kept = AddressSet(sheet.leasable + sheet.reservations.map { $0.address...$0.address })
        let range = sheet.leasable.first.flatMap { first in sheet.leasable.last.map { first.lowerBound...$0.upperBound } }
        return """
            <p>In PowerShell on the DHCP server:</p>
            \(commands(range.map { [$0] } ?? []) { range in
                "Set-DhcpServerv4Scope \(scope) -StartRange \(range.lowerBound) -EndRange \(range.upperBound)"
            })\
            \(commands(range.map(kept.gaps) ?? []) { gap in
                "Add-DhcpServerv4ExclusionRange \(scope) -StartRange \(gap.lowerBound) -EndRange \(gap.upperBound)"
            })\
            \(commands(sheet.reservations) { reservation in
                "Add-DhcpServerv4Reservation \(scope) -IPAddress \(reservation.address) -ClientId \(dashed(reservation.mac)) -Name \(reservation.name) -Description '\(sheet.marker)'"
            })
            """
    }

    private static func other(_ sheet: ReservationSheet) -> HTML {
        """
        <ol>
        <li>DHCP server, DHCP pool or address range: with one range only, set it \(oneRange(sheet)).</li>
        <li>Static lease, address reservation, static mapping or binding: one for each reservation, by its MAC.</li>
        </ol>

        """
    }
}
