internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Router

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what the router's admin must enter, for one LAN.",
        discussion: """
            Formats: \(names(RouterEmitter.formats)).
            Into a backup: \(names(RouterBackup.formats)). The backup is only read; the copy that -o names can be read by its owner alone.
            """)

    private static func names(_ formats: [ReservationSheet.Format]) -> String { formats.map(\.rawValue).joined(separator: ", ") }

    @Argument(
        help: "The format: csv, markdown, json, html, xml, or a router's own.", completion: .list(RouterEmitter.formats.map(\.rawValue)))
    var format: String

    @Argument(help: "The plan file; the nearest netplan-swarm.yaml where none is named.", completion: .plan)
    var plan: String?

    @Option(help: "The LAN; needed where the plan has several.", completion: .lans)
    var lan: String?

    @Option(
        help: ArgumentHelp("A backup of the router, to merge the export into.", valueName: "config.xml"),
        completion: .file(extensions: ["xml"]))
    var into: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where the merged copy goes: a file that is not there yet.", valueName: "file"),
        completion: .file())
    var output: String?

    func run() throws {
        let format = try chosenFormat()
        if (into == nil) != (output == nil) {
            throw Failure(
                into == nil
                    ? "-o is for the copy of a backup: name the backup with --into" : "a backup is not printed: name a new file with -o",
                exitCode: Failure.usage)
        }
        if into != nil, !RouterBackup.formats.contains(format) {
            throw Failure("'\(format.rawValue)' is merged into nothing: \(Self.names(RouterBackup.formats)) are", exitCode: Failure.usage)
        }
        let site = try PlannedSite.read(plan)
        try site.stopIfInvalid()
        guard let allocation = site.allocation else { throw ExitCode.invalid }
        let sheet = ReservationSheet(lan: try chosenLAN(in: allocation.plan), of: allocation)
        if let obstacle = sheet.obstacle(to: format) { throw Failure(obstacle, exitCode: Failure.usage) }
        if let into, let output {
            try merge(sheet, as: format, into: into, output: output)
        } else {
            try StandardOutput.write(sheet.text(in: format).bytes)
        }
        for shortfall in sheet.shortfalls(in: format) { Terminal.error.write("netplan-swarm: warning: \(shortfall.sentence)\n") }
    }

    private func merge(_ sheet: ReservationSheet, as format: ReservationSheet.Format, into path: String, output: String) throws {
        do {
            var backup = try RouterBackup(try PlanSource.read(path))
            try backup.merge(sheet, as: format)
            let (folder, name) = Self.parts(of: output)
            try AtomicFile.create(name, backup.bytes, in: folder, mode: 0o600)
        } catch let refusal as RouterBackup.Refusal {
            throw Failure("'\(path)': \(refusal.sentence)")
        }
        Terminal.error.write(
            "\(output): the backup with \(sheet.lan.name)'s entries. It holds the router's secrets: restore it, then remove it.\n")
    }

    private static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    private func chosenFormat() throws -> ReservationSheet.Format {
        if let format = ReservationSheet.Format(rawValue: format) { return format }
        let names = RouterEmitter.formats.map(\.rawValue)
        let guess = Spelling.nearest(to: format, among: names).map { "did you mean \($0)?" } ?? "there is \(Spelling.list(names, "and"))"
        throw Failure("there is no format '\(format)': \(guess)", exitCode: Failure.usage)
    }

    private func chosenLAN(in plan: Plan) throws -> Reference<LAN> {
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
