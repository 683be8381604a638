internal import Apply
public import ArgumentParser
internal import NetPlan
public import Router

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what the router's admin must enter, for one LAN.",
        discussion: "Formats: \(RouterEmitter.formats.map(\.rawValue).joined(separator: ", ")).")

    @Argument(help: "The format: \(RouterEmitter.formats.map(\.rawValue).joined(separator: ", ")).")
    var format: ReservationSheet.Format

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

    @Option(help: "The LAN; needed where the plan has several.", completion: .lans)
    var lan: String?

    func run() throws {
        let site = try PlannedSite.read(plan)
        try site.stopIfInvalid()
        guard let allocation = site.allocation else { throw ExitCode.invalid }
        let sheet = ReservationSheet(lan: try chosen(in: allocation.plan), of: allocation)
        try StandardOutput.write(sheet.text(in: format).bytes)
    }

    private func chosen(in plan: Plan) throws -> Reference<LAN> {
        let names = plan.lans.map(\.name.description)
        if let lan {
            if let index = names.firstIndex(of: lan.lowercased()) { return Reference(index) }
            let guess = Spelling.nearest(to: lan, among: names).map { "did you mean \($0)?" } ?? "there is \(Spelling.list(names, "and"))"
            throw Failure("there is no LAN '\(lan)': \(guess)", exitCode: Failure.usage)
        }
        guard names.count == 1 else {
            throw Failure(
                names.isEmpty
                    ? "the plan has no LAN, so there is nothing to export"
                    : "the plan has several LANs: name one with --lan (\(names.joined(separator: ", ")))",
                exitCode: Failure.usage)
        }
        return Reference(0)
    }
}

extension ReservationSheet.Format: ExpressibleByArgument {}
