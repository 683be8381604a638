public import NetPlan

/// The sheets for whoever runs the router: which addresses to reserve in each LAN, and which never to lease.
///
///     outputs: {router: {formats: [csv, json]}}   // router/home/reservations.csv and router/home/reservations.json
///
/// Nothing is installed unless a `path:` says where: a router's admin reads them, or `netplan-swarm export` feeds a form.
public struct RouterEmitter: Emitter {
    public static let name = "router"
    public static let summary = "sheets of reservations and exclusions for the router's admin"
    public static let keys = Placement.keys + ["formats"]

    /// What a sheet can be written in, as `netplan-swarm export` and the plan's `formats` name it.
    public static let formats = ReservationSheet.Format.allCases

    private let placement: Placement
    private let chosen: [ReservationSheet.Format]

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the router emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
        chosen = fields["formats"].map { Self.formats(in: $0, reporting: &problems) } ?? [.csv, .markdown, .html]
    }

    /// Each format once, in the order of the list.
    private static func formats(in document: Document, reporting problems: inout Diagnostics) -> [ReservationSheet.Format] {
        var formats: [ReservationSheet.Format] = []
        for element in document.list(of: "formats", reporting: &problems) {
            guard let format = element.choice(ReservationSheet.Format.self, "a format", reporting: &problems) else { continue }
            if !formats.contains(format) { formats.append(format) }
        }
        return formats
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        allocation.plan.lans.references.flatMap { lan in
            let sheet = ReservationSheet(lan: lan, of: allocation)
            return chosen.map { format -> Artifact in
                let file = "\(allocation.plan[lan].name)/reservations.\(format.rawValue)"
                return .file(
                    FileArtifact(
                        path: "router/\(file)", emitter: Self.name, content: sheet.text(in: format).bytes,
                        installPath: placement.path.map { "\($0)/\(file)" }))
            }
        }
    }
}
