internal import NetPlan

extension ReservationSheet {
    /// One page for the person who runs the router, to read on a screen or on paper: what to do, a picture of the LAN, how to do it at
    /// the router at hand, and how to take it back.
    ///
    /// A file of its own: no script, and nothing to fetch. The digest tells what the plan decides for this LAN by one number: that of
    /// the Markdown sheet, which says all of it.
    func html(digest: String) -> TextBuffer {
        let usage = LANUsage(of: self)
        var page: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(SheetStyle.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <link rel="icon" href="data:,">
            <title>\(lan.name): what the router must know of site \(site)</title>
            <style>
            """
        page += HTML(stringLiteral: SheetStyle.css)
        page += """
            </style>
            </head>
            <body>
            \(heading(digest))<main>
            \(picture(of: usage))\(exclusionsSection)\(reservationsSection)\(leasableSection)\(stepsSection)\(backSection)\(rest(of: usage))</main>
            \(foot(digest))</body>
            </html>

            """
        return page.text
    }

    /// Whether the router is the one that leases here.
    var isRouterServing: Bool { lan.server == .router }

    private func heading(_ digest: String) -> HTML {
        """
        <header>
        <p class="site">For whoever runs the router of site <b>\(site)</b></p>
        <h1>LAN \(lan.name)</h1>
        <dl>
        <div><dt>Network</dt><dd class="n">\(lan.subnet.first)<wbr>/\(lan.subnet.length)</dd></div>
        \(fact("Gateway", lan.gateway.map { [$0] } ?? []))\(fact("DNS", dns))\(each: lan.vlan.map { [$0] } ?? [], { "<div><dt>VLAN</dt><dd>\($0)</dd></div>\n" })\
        <div><dt>DHCP by</dt><dd>\(isRouterServing ? "the router" : lan.server.rawValue)</dd></div>
        <div><dt>Digest of the plan</dt><dd><code>\(String(digest.prefix(12)))</code></dd></div>
        </dl>
        \(isRouterServing ? tasks : otherServer)</header>

        """
    }

    private func fact(_ name: String, _ addresses: [IPv4Address]) -> HTML {
        addresses.isEmpty ? "" : "<div><dt>\(name)</dt>\(each: addresses, { "<dd class=\"n\">\($0)</dd>" })</div>\n"
    }

    private var tasks: HTML {
        let excluded = AddressSet(exclusions.map(\.range)).count
        return """
            <ul class="tasks">
            <li class="never"><a href="#never"><b>Never lease \(count: excluded)</b> <span>\(addresses(excluded)) in \(exclusions.count.counted("range"))</span></a></li>
            <li><a href="#reserve"><b>Reserve \(count: reservations.count)</b> <span>\(addresses(reservations.count)), each for one MAC</span></a></li>
            <li><a href="#lease"><b>Lease \(count: leasable.reduce(0) { $0 + $1.addressCount })</b> <span>from \(leasable.count.counted("range"))</span></a></li>
            </ul>

            """
    }

    private func addresses(_ count: Int) -> String { count == 1 ? "address" : "addresses" }

    private var otherServer: HTML {
        """
        <p class="warning"><b>Switch the router’s own DHCP off in this network.</b> \(lan.server.rawValue) leases here, and keeps to all of \
        this by itself: the lists below only say what it does.</p>

        """
    }

    private func foot(_ digest: String) -> HTML {
        """
        <footer>
        <p>Written by netplan-swarm from the site’s plan: change the plan, not this sheet. A sheet with the same digest asks for the same; it is \
        the SHA-256 of reservations.markdown:<br><code>\(digest)</code></p>
        </footer>

        """
    }

    private func picture(of usage: LANUsage) -> HTML {
        let picture = LANPicture(usage)
        let unit =
            picture.scale == 1 ? "one address" : "a /\(lan.subnet.length + 8) of \(picture.scale.grouped) addresses, filled in proportion"
        let uses = LANUsage.Use.allCases.map { (use: $0, count: usage.count(of: $0)) }.filter { $0.count > 0 }
        return """
            <section aria-labelledby="picture">
            <h2 id="picture">The LAN in one picture</h2>
            <p>A square is \(unit).</p>
            <div class="figure">
            \(picture.svg(titled: "What the addresses of \(lan.subnet) are used for"))<table class="legend">
            <caption>What the squares mean</caption>
            <thead><tr><th scope="col">Sign</th><th scope="col">Use</th><th scope="col" class="count">Addresses</th></tr></thead>
            <tbody>
            \(each: uses, { use, count in
                "<tr><td>\(LANPicture.swatch(use))</td><th scope=\"row\">\(use.word)<small>\(use.meaning)</small></th><td class=\"n count\">\(count: count)</td></tr>\n"
            })</tbody>
            </table>
            </div>
            </section>

            """
    }
}
