internal import NetPlan

extension ReservationSheet {
    /// Sections of /etc/config/dhcp. Each has a name, so that importing them twice changes nothing.
    func openwrt() -> TextBuffer {
        var text = TextBuffer()
        text.reserve(160 * (reservations.count + 8))
        text.append(
            comments: header(
                .openwrt,
                [
                    "'lan' is what OpenWrt calls the network of this LAN: write yours where it has another name.",
                    "uci -m import dhcp < FILE && uci commit dhcp && /etc/init.d/dnsmasq reload",
                ]), mark: "#")
        for (index, range) in leases(in: .openwrt).ranges.enumerated() {
            // The first is the network's own section, the others lie beside it.
            text.appendSection("dhcp", index == 0 ? "lan" : "nps_\(sectionName)_range_\(index + 1)")
            text.appendOption("interface", "lan")
            text.appendOption("start", String(start(of: range)))
            text.appendOption("limit", String(range.addressCount))
            if let lease = lan.lease.usual { text.appendOption("leasetime", "\(lease)s") }
        }
        for reservation in reservations {
            // By its address: a name may hold dots and dashes, which a section's may not, and without them two may be one.
            text.appendSection("host", "nps_" + reservation.address.description.replacing(".", with: "_"))
            text.appendOption("name", reservation.name)
            text.appendOption("dns", "1")
            text.appendOption("mac", reservation.mac.uppercase)
            text.appendOption("ip", reservation.address.description)
        }
        return text
    }

    /// A range as OpenWrt counts it, from the network's own address. Negative where the plan has a range below its LAN, which is an error:
    /// what is rendered of it is never written.
    func start(of range: AddressRange<IPv4Address>) -> Int { Int(range.lowerBound.bits) - Int(lan.subnet.first.bits) }

    private var sectionName: String { lan.subnet.first.description.replacing(".", with: "_") }
}

extension TextBuffer {
    fileprivate mutating func appendSection(_ type: String, _ name: String) { append("\nconfig \(type) '\(name)'\n") }

    /// No name of a plan holds a quote.
    fileprivate mutating func appendOption(_ name: String, _ value: String) { append("\toption \(name) '\(value)'\n") }
}
