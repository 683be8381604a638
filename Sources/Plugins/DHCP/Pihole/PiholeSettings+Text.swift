internal import NetPlan

extension PiholeSettings {
    /// A POSIX script that sets one after the other. Pi-hole judges each against all others at once, so a range can't be moved while
    /// DHCP is on: its new start may lie behind its old end.
    func script(for site: HostName) -> TextBuffer {
        var text = TextBuffer()
        text.reserve(1024 + hosts.count + aliases.count + leases.count)
        text.append(
            """
            #!/bin/sh
            # Written by netplan-swarm for the site \(site): change its plan, not this file.
            # To be run where Pi-hole 6 runs, as root. What these settings had before is replaced, and no other is touched.
            set -eu

            """)
        call(hosts, to: &text)
        call(aliases, to: &text)
        if leasesNothing { return text }
        text.append("trap '[ $? = 0 ] || echo \"stopped halfway: Pi-hole leases nothing\" >&2' EXIT\n")
        text.append("pihole-FTL --config dhcp.active false\n")
        for single in singles { text.append("pihole-FTL --config \(single.key) \(single.value)\n") }
        call(leases, to: &text)
        text.append("pihole-FTL --config dhcp.active true\n")
        return text
    }

    private func call(_ list: PiholeList, to text: inout TextBuffer) {
        text.append("pihole-FTL --config \(list.key) '")
        list.append(to: &text)
        text.append("'\n")
    }

    /// What `PATCH /api/config` takes: all at once, or nothing.
    var request: TextBuffer {
        var text = TextBuffer()
        text.reserve(1024 + hosts.count + aliases.count + leases.count)
        text.append("{\"config\": {\"dns\": {\"hosts\": ")
        hosts.append(to: &text)
        text.append(", \"cnameRecords\": ")
        aliases.append(to: &text)
        text.append(ascii: "}")
        if !leasesNothing {
            text.append(",\n\"dhcp\": {\"active\": true")
            for single in singles { text.append(", \"\(single.key.dropFirst("dhcp.".count))\": \"\(single.value)\"") }
            text.append(", \"hosts\": ")
            leases.append(to: &text)
            text.append(ascii: "}")
        }
        text.append("}}\n")
        return text
    }
}
