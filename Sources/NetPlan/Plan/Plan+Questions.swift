extension Plan {
    /// The interface of a node in a LAN: its own, or that of its attachment, or the LAN's.
    public func parent(of node: Reference<Node>, in lan: Reference<LAN>) -> String {
        let own = self[node].lan == lan ? self[node].interface : nil
        return own ?? self[node].also.first { $0.lan == lan }?.interface ?? self[lan].interface
    }

    /// Whether a node has an address in a LAN, its own or another of its addresses.
    public func isIn(_ node: Reference<Node>, _ lan: Reference<LAN>) -> Bool {
        self[node].lan == lan || self[node].also.contains { $0.lan == lan }
    }

    /// The MAC of a node in a LAN.
    public func mac(of node: Reference<Node>, in lan: Reference<LAN>) -> MACAddress? {
        self[node].lan == lan ? self[node].mac : self[node].also.first { $0.lan == lan }?.mac
    }

    /// The slices that a macvlan fixes by hand, without those outside its LAN: of these nothing more is said.
    func slices(of macvlan: Macvlan) -> [Macvlan.FixedSlice] {
        guard let lan = macvlan.lan else { return macvlan.slices }
        return macvlan.slices.filter { self[lan].subnet.contains($0.prefix) }
    }
}
