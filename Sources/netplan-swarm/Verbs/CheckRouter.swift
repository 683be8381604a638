internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Router
internal import RouterExports
internal import Wire

struct CheckRouter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-router",
        abstract: "Tick off what the router really does.",
        discussion: """
            FILE is the router's own export: config.xml of OPNsense or pfSense, '/export' of RouterOS, /etc/config/dhcp or 'uci show' of \
            OpenWrt, 'show configuration commands' of VyOS or EdgeOS, dhcpd.conf, Kea's JSON, dnsmasq's configuration, a libvirt network. \
            Or who was seen: 'ip neigh', dhcpd.leases, dnsmasq.leases, 'nmap -oX'. The format is found by the content.

            Exit code 2 where something is open: an address that is leased and must not be, a reservation that is missing or another, \
            somebody on an address that the plan gives away. Nothing is sent anywhere, and no secret of the file is printed.
            """)

    @Argument(help: "The router's own export, or what was seen in the network.", completion: .file())
    var file: String

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

    @Option(help: "Check one LAN alone; all of them where none is named.", completion: .lans)
    var lan: String?

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let bytes = try PlanSource.read(file, limit: Self.limit)
        let site = try PlannedSite.read(plan)
        try site.stopIfBroken()
        guard let allocation = site.allocation else { throw ExitCode.invalid }
        let duties = try lans(in: allocation.plan).map { RouterDuties(ReservationSheet(lan: $0, of: allocation), lan: $0) }
        let export: RouterExport
        do { export = try ExportReader.read(bytes, file: file) } catch {
            throw Failure("'\(file)' can't be checked: \(error.line.map { "line \($0): " } ?? "")\(error.reason)")
        }
        let check = RouterCheck(of: export, against: duties, in: allocation)
        if case .configuration = export.content, !check.isAboutThePlan {
            let subnets = duties.map { "\(allocation.plan[$0.lan].name) (\(allocation.plan[$0.lan].subnet))" }
            throw Failure("'\(file)' (\(export.format.title)) speaks of no LAN of '\(site.planPath)': \(Spelling.list(subnets, "and"))")
        }
        if json {
            try StandardOutput.write(JSON.check(check, of: file, in: allocation.plan))
        } else {
            try StandardOutput.write(CheckText(check, of: file, against: site.planPath, in: allocation.plan).text.bytes)
        }
        if check.openCount > 0 { throw ExitCode.different }
    }

    /// A scan of a /16 by nmap has some fifty megabytes.
    private static let limit = 128 << 20

    private func lans(in plan: Plan) throws(Failure) -> [Reference<LAN>] {
        if plan.lans.isEmpty { throw Failure("the plan has no LAN, so there is nothing to check") }
        guard let lan else { return plan.lans.references }
        let names = plan.lans.map(\.name.description)
        if let index = names.firstIndex(of: lan.lowercased()) { return [Reference(index)] }
        let guess = Spelling.nearest(to: lan, among: names).map { "did you mean \($0)?" } ?? "there is \(Spelling.list(names, "and"))"
        throw Failure("there is no LAN '\(lan)': \(guess)", exitCode: Failure.usage)
    }
}

extension RouterDuties {
    /// What the sheet for the router's admin says.
    init(_ sheet: ReservationSheet, lan: Reference<LAN>) {
        self.init(
            lan: lan, exclusions: sheet.exclusions.map { Exclusion($0.name, $0.range, note: $0.note) },
            reservations: sheet.reservations.map { Reservation($0.name, $0.mac, $0.address) })
    }
}
