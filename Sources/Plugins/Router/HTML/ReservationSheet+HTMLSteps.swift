internal import NetPlan

extension ReservationSheet {
    /// What to do at the router, first in words that fit any, then for those at hand.
    var stepsSection: HTML {
        if !isRouterServing {
            return section(
                "steps", "At your router",
                """
                <ol class="steps">
                <li>Save a backup of the router’s configuration.</li>
                <li>Switch its DHCP server off for \(lan.subnet), and a DHCP relay there too: \(lan.server.rawValue) answers by itself.</li>
                <li>Say so to whoever keeps the plan.</li>
                </ol>

                """)
        }
        if asksNothing { return section("steps", "At your router", "<p>Nothing is to be done.</p>\n") }
        return section(
            "steps", "At your router",
            """
            <ol class="steps">
            <li>Save a backup of the router’s configuration: it is the way back.</li>
            <li>Exclude what must never be leased, or set the DHCP ranges to what is free to lease.</li>
            \(if: !reservations.isEmpty, "<li>Make the reservations. Write <code>\(marker)</code> as their description: so all of them are found again.</li>\n")\
            <li>Look through the leases. One that lies in an exclusion is to be deleted; its machine may keep the address \
            \(lan.lease.maximum.map { "for at most \(Self.time($0))" } ?? "until the lease ends").</li>
            <li>Send an export of the router’s DHCP settings to whoever keeps the plan: <code>netplan-swarm check-router</code> ticks off what was done.</li>
            </ol>
            \(if: hasValues, """
                <p>Where that is in some routers; names of menus differ a little between versions. Not verified on a device. For most of them \
                <code>netplan-swarm export</code> also writes a file, or a script, that enters all of it at once.</p>

                """)\
            \(each: hasValues ? RouterGuide.all : [], { guide in
                "<details>\n<summary>\(guide.name)</summary>\n\(guide.steps(self))</details>\n"
            })
            """)
    }

    /// Whether there is anything to type at a router, and not only something to keep away from.
    private var hasValues: Bool { !reservations.isEmpty || !leasable.isEmpty }
    private var asksNothing: Bool { exclusions.isEmpty && reservations.isEmpty && leasable.isEmpty }

    /// How to take it back.
    var backSection: HTML {
        if isRouterServing, asksNothing { return "" }
        return section(
            "back", "How to take it back",
            isRouterServing
                ? """
                <ol class="steps">
                <li>Ask whoever keeps the plan first: while the site uses these addresses, a lease of one puts two machines on it.</li>
                \(if: !reservations.isEmpty, "<li>Delete every reservation with the description <code>\(marker)</code>. A machine that had one gets another address when it next asks.</li>\n")\
                <li>Delete the exclusions, or set the DHCP ranges back to what they were.</li>
                <li>Or, where nothing else was changed since: restore the backup of the first step.</li>
                </ol>

                """
                : """
                <p>Ask for \(lan.server.rawValue) to be stopped first: two DHCP servers in one network answer at random. Then switch the router’s own on again.</p>

                """)
    }

    /// `24 hours`, in the largest unit that fits.
    private static func time(_ seconds: Int) -> String {
        for (unit, name) in [(86400, "day"), (3600, "hour"), (60, "minute")] where seconds % unit == 0 && seconds >= unit {
            return (seconds / unit).counted(name)
        }
        return seconds.counted("second")
    }
}
