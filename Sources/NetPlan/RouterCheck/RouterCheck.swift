/// A router's own file held against the plan: what is done, what is missing, what is different, and what is leased that must not be.
///
///     RouterCheck(of: export, against: duties, in: allocation).openCount      // 0: all of it is done
public struct RouterCheck: Sendable, Hashable {
    public let format: ExportFormat
    /// In the order of the plan.
    public let lans: [CheckedLAN]
    /// What the file has that was passed over.
    public let remarks: [RouterExport.Remark]

    /// The duties are those of the LANs that are asked about.
    public init(of export: RouterExport, against duties: [RouterDuties], in allocation: Allocation) {
        format = export.format
        switch export.content {
        case .configuration(let found):
            let (configuration, unplaced) = found.resolved(in: allocation.plan)
            let leased = LeasedRanges(of: configuration)
            let index = ReservationIndex(configuration.reservations)
            lans = duties.map { duty in
                LeaseCheck(duty, of: configuration, format: export.format, leased: leased, index: index, in: allocation).checked()
            }
            remarks = export.remarks + unplaced
        case .sightings(let sightings):
            let census = Census(of: allocation)
            let areLeases = [.dhcpdLeases, .dnsmasqLeases].contains(export.format)
            lans = duties.map { census.checked(sightings, areLeases: areLeases, in: $0.lan) }
            remarks = export.remarks
        }
    }

    /// How many things there are to tick off.
    public var itemCount: Int { lans.reduce(0) { $0 + $1.items.count } + remarks.count(where: \.hidesLeases) }
    public var openCount: Int { lans.reduce(0) { $0 + $1.open.count } + remarks.count(where: \.hidesLeases) }
    /// Whether the file speaks of any of the LANs.
    public var isAboutThePlan: Bool { lans.contains(where: \.isFound) }
}
