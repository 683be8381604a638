internal import NetPlan

extension ReservationSheet {
    /// The most rows of one list: a page of any site opens at once. What is beyond is said, and is in the CSV.
    private static let mostRows = 10_000
    /// The most that one table shows: a longer list is folded by blocks of addresses.
    private static let mostInOneTable = 256
    /// The most ranges that stand open.
    private static let mostRanges = 60
    /// Of the blocks that nobody has to act on, only the largest are of interest.
    private static let mostBlocks = 40

    var exclusionsSection: HTML {
        section(
            "never", "Never lease these",
            exclusions.isEmpty
                ? "<p>Nothing has to be kept out of the DHCP ranges.</p>\n"
                : """
                <p>They are in use without asking the router: a lease would put two machines on one address. Keep them out of the DHCP ranges.</p>
                \(list("Exclusions", ["Addresses", "Whose", "Why"], exclusions, at: \.range.lowerBound, { exclusion in
                    "\(Self.head(exclusion.range))<td dir=\"auto\">\(exclusion.name)</td><td class=\"why\" dir=\"auto\">\(exclusion.note)</td>"
                }))
                """)
    }

    var reservationsSection: HTML {
        section(
            "reserve", "Always give these the same address",
            reservations.isEmpty
                ? "<p>Nothing has to be reserved.</p>\n"
                : """
                <p>\(isRouterServing ? "Other parts of the site rely on it. Make a reservation (a static lease) for each." : "\(lan.server.rawValue) has them reserved already.")</p>
                \(list("Reservations", ["Address", "MAC", "Name"], reservations, at: \.address, { reservation in
                    "\(Self.head(reservation.address...reservation.address))<td class=\"n\">\(Self.breakable(reservation.mac))</td><td>\(reservation.name)</td>"
                }))
                """)
    }

    var leasableSection: HTML {
        // Another server has its own file.
        if !isRouterServing { return "" }
        guard let largest = largestLeasable else {
            return section("lease", "Free to lease", "<p>Nothing: the plan has no DHCP range in this network.</p>\n")
        }
        let lost = leasable.reduce(0) { $0 + $1.addressCount } - largest.addressCount
        let ranges: HTML = """
            <ul class="ranges">
            \(each: leasable.prefix(Self.mostRows), { "<li class=\"n\">\(Self.span($0))</li>\n" })</ul>
            \(Self.remainder(leasable.count))
            """
        let isLong = leasable.count > Self.mostRanges
        var body: HTML = """
            <p>Set \(isLong ? "them" : "these") as the router’s DHCP ranges where it can’t exclude addresses.</p>
            \(isLong ? "<details>\n<summary>All \(count: leasable.count) ranges</summary>\n\(ranges)</details>\n" : ranges)
            """
        if lost > 0 {
            body += """
                <p>A router that takes <b>one range only</b>: use the largest, <span class="n">\(Self.span(largest))</span>. It then leases \
                \(lost.counted("address", "addresses")) fewer.</p>

                """
        }
        return section("lease", "Free to lease", body)
    }

    /// The range that a router with room for one only should have: of equals the lowest.
    var largestLeasable: AddressRange<IPv4Address>? {
        leasable.reduce(nil) { best, range in best.map { $0.addressCount >= range.addressCount } ?? false ? best : range }
    }

    /// What the picture shows and neither list names.
    func rest(of usage: LANUsage) -> HTML {
        let rest = usage.runs.filter { [.unusable, .gateway, .leased, .free].contains($0.use) }
        let shown = Set(Self.largest(of: rest).map(\.range.lowerBound))
        let isShown = { (run: LANUsage.Run) in run.use == .gateway || shown.contains(run.range.lowerBound) }
        let hidden = rest.filter { !isShown($0) }
        var body = table("All that is on neither list, by address", ["Addresses", "Use", "Count"], rest.filter(isShown)) { run in
            """
            \(Self.head(run.range))<td dir="auto">\(run.use.word)\(if: !run.name.isEmpty, "<span class=\"why\">, \(run.name)</span>")</td>\
            <td class="n count">\(count: run.range.addressCount)</td>
            """
        }
        if !hidden.isEmpty {
            body +=
                "<p>And \(hidden.count.counted("smaller block")) of \(count: hidden.reduce(0) { $0 + $1.range.addressCount }) addresses together.</p>\n"
        }
        return section("rest", "The rest of the LAN", body)
    }

    /// The largest blocks, the lower first of equals. They are few, so nobody sorts all the others.
    private static func largest(of runs: [LANUsage.Run]) -> [LANUsage.Run] {
        var largest: [LANUsage.Run] = []
        for run in runs where largest.count < mostBlocks || largest.last.map({ $0.range.addressCount < run.range.addressCount }) ?? true {
            let place = largest.firstIndex { $0.range.addressCount < run.range.addressCount } ?? largest.endIndex
            largest.insert(run, at: place)
            if largest.count > mostBlocks { largest.removeLast() }
        }
        return largest
    }

    func section(_ name: String, _ title: String, _ body: HTML) -> HTML {
        "<section aria-labelledby=\"\(name)\">\n<h2 id=\"\(name)\">\(title)</h2>\n\(body)</section>\n"
    }

    /// What there is to do for each address: one table, or one for each block of a large LAN, folded away.
    private func list<Row>(
        _ title: String, _ heads: [String], _ rows: [Row], at address: (Row) -> IPv4Address, _ cells: (Row) -> HTML
    ) -> HTML {
        if rows.count <= Self.mostInOneTable { return table("\(title), by address", heads, rows, cells) }
        let length = min(lan.subnet.length + 8, 24)
        var page = HTML()
        var rest = rows.prefix(Self.mostRows)
        while let first = rest.first {
            let block = Prefix(around: address(first), length: length)
            let inside = rest.prefix { block.contains(address($0)) }
            rest = rest.dropFirst(inside.count)
            page += """
                <details>
                <summary>\(block) <span class="why">\(inside.count.counted("entry", "entries"))</span></summary>
                \(table("\(title) in \(block)", heads, inside, cells))</details>

                """
        }
        return "\(page)\(Self.remainder(rows.count))"
    }

    /// A table whose rows begin with a head of their own.
    private func table<Rows: Sequence>(_ caption: String, _ heads: [String], _ rows: Rows, _ cells: (Rows.Element) -> HTML) -> HTML {
        """
        <table>
        <caption>\(caption)</caption>
        <thead><tr>\(each: heads, { "<th scope=\"col\"\($0 == "Count" ? " class=\"count\"" : "")>\($0)</th>" })</tr></thead>
        <tbody>
        \(each: rows, { "<tr>\(cells($0))</tr>\n" })</tbody>
        </table>

        """
    }

    private static func remainder(_ count: Int) -> HTML {
        if count <= mostRows { return "" }
        return
            "<p><b>And \(count: count - mostRows) more</b>, which are all in the CSV sheet, reservations.csv: load that rather than type.</p>\n"
    }

    private static func head(_ range: AddressRange<IPv4Address>) -> HTML { "<th scope=\"row\" class=\"n\">\(span(range))</th>" }

    /// A range that may be broken after its dash.
    private static func span(_ range: AddressRange<IPv4Address>) -> HTML {
        range.addressCount == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–<wbr>\(range.upperBound)"
    }

    /// A MAC that may be broken in its middle, where a phone is too narrow.
    private static func breakable(_ mac: MACAddress) -> HTML {
        let text = mac.description.utf8
        return "\(String(decoding: text.prefix(9), as: UTF8.self))<wbr>\(String(decoding: text.dropFirst(9), as: UTF8.self))"
    }
}
