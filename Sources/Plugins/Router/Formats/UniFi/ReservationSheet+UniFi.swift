internal import NetPlan

extension ReservationSheet {
    /// What UniFi's API takes: the network's one range for rest/networkconf, and an object a client for rest/user.
    ///
    /// `network_id` is the site's own, and unknown here.
    func unifi() -> TextBuffer {
        let leases = leases(in: .unifi)
        var text = TextBuffer()
        text.reserve(240 * (reservations.count + 4))
        text.append("{\n  \"about\": \"netplan-swarm: LAN \(lan.name) of the site \(site), \(lan.subnet); not verified on a device\",\n")
        text.append("  \"networkconf\": {")
        if let range = leases.ranges.first {
            text.append("\"dhcpd_enabled\": true, \"dhcpd_start\": \"\(range.lowerBound)\", \"dhcpd_stop\": \"\(range.upperBound)\", ")
        }
        if let lease = lan.lease.usual { text.append("\"dhcpd_leasetime\": \(lease), ") }
        text.append("\"domain_name\": \"\(domain)\"},\n  \"lost_addresses\": \(leases.lost),\n  \"never_lease\": ")
        text.appendList(exclusions) { text, exclusion in
            text.append(
                "{\"name\": \"\(exclusion.name)\", \"first\": \"\(exclusion.range.lowerBound)\", \"last\": \"\(exclusion.range.upperBound)\"}"
            )
        }
        text.append(",\n  \"users\": ")
        text.appendList(reservations) { text, reservation in
            let name = reservation.name.contains(".") ? reservation.name : "\(reservation.name).\(domain)"
            text.append(
                #"{"mac": "\#(reservation.mac)", "name": "\#(reservation.name)", "note": "\#(marker)", "noted": true, "#
                    + #""use_fixedip": true, "network_id": "NETWORK_ID", "fixed_ip": "\#(reservation.address)", "#
                    + #""local_dns_record_enabled": true, "local_dns_record": "\#(name)"}"#)
        }
        text.append("\n}\n")
        return text
    }
}
