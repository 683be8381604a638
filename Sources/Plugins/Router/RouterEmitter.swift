public import NetPlan

/// The sheets for whoever runs the router: which addresses to reserve in each LAN, and which never to lease.
///
///     outputs: {router: {formats: [csv, json]}}   // router/home/reservations.csv and router/home/reservations.json
///
/// Nothing is installed unless a `path:` says where: a router's admin reads them, or `netplan-swarm export` feeds a form.
public struct RouterEmitter: Emitter {
    public static let name = "router"
    public static let summary = "sheets of reservations and exclusions for the router's admin"
    public static let reader = "the router's admin"
    public static let judge: String? = "check-router"
    public static let keys = Placement.keys + ["formats"]

    /// What a sheet can be written in, as `netplan-swarm export` and the plan's `formats` name it.
    public static let formats = ReservationSheet.Format.allCases

    private let placement: Placement
    private let chosen: [Listed<ReservationSheet.Format>]

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the router emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
        chosen =
            fields["formats"].map { Self.chosen(in: $0, reporting: &problems) }
            ?? [Listed(.csv, at: 0), Listed(.markdown, at: 1), Listed(.html, at: 2)]
    }

    /// Each format once, in the order of the list.
    private static func chosen(in document: Document, reporting problems: inout Diagnostics) -> [Listed<ReservationSheet.Format>] {
        var formats: [Listed<ReservationSheet.Format>] = []
        for (index, element) in document.list(of: "formats", reporting: &problems).enumerated() {
            guard let format = element.choice(ReservationSheet.Format.self, "a format", reporting: &problems) else { continue }
            if !formats.contains(where: { $0.value == format }) { formats.append(Listed(format, at: index)) }
        }
        return formats
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let order = AddressOrder(allocation)
        return allocation.plan.lans.references.flatMap { lan -> [Artifact] in
            let sheet = ReservationSheet(lan: lan, of: allocation, order)
            let markdown = chosen.contains { $0.value == .markdown } ? sheet.text(in: .markdown) : nil
            return chosen.compactMap { format -> Artifact? in
                report(on: sheet, in: format, to: &problems)
                if sheet.obstacle(to: format.value) != nil { return nil }
                let file = "\(allocation.plan[lan].name)/reservations.\(format.value.rawValue)"
                return .file(
                    FileArtifact(
                        path: "router/\(file)", emitter: Self.name, content: sheet.text(in: format.value, markdown: markdown).bytes,
                        installPath: placement.path.map { "\($0)/\(file)" }, on: placement.on))
            }
        }
    }

    /// What a format can't say: never a silent difference.
    private func report(on sheet: ReservationSheet, in format: Listed<ReservationSheet.Format>, to problems: inout Diagnostics) {
        let place = Place.value(PlanPath("outputs", "router", "formats")[format.index])
        for shortfall in sheet.shortfalls(in: format.value) {
            problems.report(
                .routerFormatLimit, at: place, shortfall.sentence, help: shortfall.help)
        }
        if let obstacle = sheet.obstacle(to: format.value) {
            problems.report(
                .routerFormatLimit, .note, at: place, "\(obstacle): no '\(format.value.rawValue)' is written for it",
                help: "read its csv or markdown, which are written for every LAN")
        }
    }
}
