extension RouterConfiguration {
    /// With relative ranges as addresses; and what is said of those whose network nobody names.
    func resolved(in plan: Plan) -> (RouterConfiguration, [RouterExport.Remark]) {
        var (resolved, remarks): (RouterConfiguration, [RouterExport.Remark]) = (self, [])
        resolved.relativeRanges = []
        let interfaces = Set(relativeRanges.map(\.interface))
        for relative in relativeRanges {
            guard let lan = lan(of: relative.interface, among: interfaces, in: plan) else {
                remarks.append(
                    RouterExport.Remark(
                        "a range counts from the start of the network of '\(relative.interface)', which this file does not name: give what 'uci show' prints, which has both",
                        line: relative.line, hidesLeases: true))
                continue
            }
            let first = Int(lan.subnet.first.bits) + relative.start
            let last = min(first + relative.count - 1, Int(lan.subnet.last.bits))
            guard first <= last else { continue }
            let range = IPv4Address(bits: UInt32(clamping: first))...IPv4Address(bits: UInt32(clamping: last))
            resolved.ranges.append(Range(range, line: relative.line))
        }
        return (resolved, remarks)
    }

    /// The LAN that bears an interface's name; or, for the only interface or the one called `lan`, the only LAN that the file's
    /// reservations are in.
    private func lan(of interface: String, among interfaces: Set<String>, in plan: Plan) -> LAN? {
        if let named = plan.lans.first(where: { $0.name.description == interface.lowercased() }) { return named }
        guard interface == "lan" || interfaces.count == 1 else { return nil }
        if plan.lans.count == 1 { return plan.lans.first }
        let homes = plan.lans.filter { lan in reservations.contains { lan.subnet.contains($0.address) } }
        return homes.count == 1 ? homes.first : nil
    }
}
