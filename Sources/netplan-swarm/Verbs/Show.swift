internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Wire

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show every address as a table, and each LAN as a map.",
        discussion: "What is not decided yet is shown as 'generate' would decide it. Nothing is written.")

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let site = try PlannedSite.read(plan)
        try site.stopIfInvalid()
        guard let allocation = site.allocation else { throw ExitCode.invalid }
        try StandardOutput.write(json ? JSON.show(allocation) : Array(Self.text(allocation).utf8))
    }

    private static func text(_ allocation: Allocation) -> String {
        let plan = allocation.plan
        var addresses = Table("ADDRESS", "NAME", "KIND", "LAN", "MAC", "ORIGIN")
        for entry in allocation.addresses {
            var name = entry.name
            if case .service(_, let node) = entry.owner { name += " on \(plan[node].name)" }
            addresses.add(
                entry.address.description, name, entry.kind.rawValue, plan[entry.lan].name.description, entry.mac?.description ?? "-",
                entry.origin.rawValue)
        }
        var slices = Table("SLICE", "MACVLAN", "NODE", "CONTAINERS GET", "ORIGIN")
        for slice in allocation.slices {
            let usable = slice.usable.map(\.text).joined(separator: ", ")
            slices.add("\(slice.prefix)", "\(plan[slice.macvlan].name)", "\(plan[slice.node].name)", usable, slice.origin.rawValue)
        }
        var overlays = Table("OVERLAY", "NAME", "GATEWAY", "MTU", "ORIGIN")
        for overlay in allocation.overlays {
            overlays.add(
                "\(overlay.prefix)", "\(plan[overlay.overlay].name)", "\(overlay.gateway)", "\(overlay.mtu)", overlay.origin.rawValue)
        }
        let tables = [addresses, slices, overlays].filter { !$0.isEmpty }.map { $0.text() }
        let maps = plan.lans.references.map { LANMap($0, of: allocation, isColored: Terminal.output.hasColor).text }
        return (tables + maps).joined(separator: "\n")
    }
}
