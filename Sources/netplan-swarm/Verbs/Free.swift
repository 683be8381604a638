internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Wire

struct Free: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is free in a LAN or in the overlay pools.",
        discussion: """
            Single addresses, and the aligned blocks that a macvlan's slice or an overlay could have. Where no block of the size is left, \
            it says what would make room. Blocks that were freed are given away last.
            """)

    @Argument(help: "The LAN; or 'overlay', for the pools that overlays are cut from.", completion: .lansAndPools)
    var lan: String

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

    @Option(
        help: ArgumentHelp("The size of a block: 30 for a /30. The LAN's slices' where it is not given, 24 for overlays.", valueName: "n"))
    var size: Int?

    @Flag(help: "As JSON.")
    var json = false

    func validate() throws {
        if let size, !(1...32).contains(size) {
            throw ValidationError("There is no block of the size \(size): write 1 to 32, as 30 for a /30.")
        }
    }

    func run() throws {
        var site = try PlannedSite.read(plan)
        try site.stopIfBroken()
        guard let allocation = site.allocation else { throw ExitCode.invalid }
        let space = try space(in: allocation)
        let length = size ?? space.usualLength
        if json { return try StandardOutput.write(JSON.free(space, length: length) { site.location(of: $0) }) }
        try StandardOutput.write(Array(FreeText(space, length: length).text { site.location(of: $0) }.utf8))
    }

    private func space(in allocation: Allocation) throws(Failure) -> FreeSpace {
        if let index = allocation.plan.lans.firstIndex(where: { $0.name.description == lan.lowercased() }) {
            return FreeSpace(of: Reference(index), in: allocation)
        }
        if lan.lowercased() == "overlay" { return FreeSpace(ofOverlayPoolsIn: allocation) }
        let names = allocation.plan.lans.map(\.name.description) + ["overlay"]
        let guess = Spelling.nearest(to: lan, among: names).map { "did you mean \($0)?" } ?? "there is \(Spelling.list(names, "and"))"
        throw Failure("there is no LAN '\(lan)': \(guess)", exitCode: Failure.usage)
    }
}
