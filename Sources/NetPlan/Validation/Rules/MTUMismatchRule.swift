/// An overlay's MTU over the most that its underlay carries: small answers work, big ones hang.
enum MTUMismatchRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        let plan = survey.plan
        guard let narrowest = plan.nodes.compactMap(\.lan).map({ plan[$0] }).min(by: { $0.mtu < $1.mtu }) else { return }
        for overlay in plan.overlays {
            let most = overlay.encrypted ? (narrowest.mtu - 76) / 4 * 4 : narrowest.mtu - 50
            guard let mtu = overlay.mtu, mtu > most else { continue }
            problems.report(
                .mtuMismatch, at: .value(overlay.path["mtu"]),
                "overlay \(overlay.name) has MTU \(mtu), and LAN \(narrowest.name) carries \(narrowest.mtu): \(most) is the most\(overlay.encrypted ? " for an encrypted one" : "")",
                help: "write mtu: \(most), or leave it out",
                related: [Related("LAN \(narrowest.name) is here", at: .key(narrowest.path))])
        }
    }
}
