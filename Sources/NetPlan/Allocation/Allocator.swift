/// Fills what a plan leaves open: declared, then locked, then the next free. Total, pure and stable.
///
/// The order, and what "free" means, is fixed by docs/allocation.md. Adding, removing or moving anything never moves what was
/// decided before.
struct Allocator {
    let plan: Plan
    let saved: Lock.Saved?
    /// What the user let go with `--displace`, by name.
    let displaced: Set<String>

    var taken: Taken
    var problems: Diagnostics

    var overlays: [Reference<Overlay>: (prefix: Prefix<IPv4Address>, origin: Origin)] = [:]
    var slices: [SliceKey: (prefix: Prefix<IPv4Address>, origin: Origin)] = [:]
    /// By the index of their reference: there may be a hundred thousand.
    var nodes: [(address: IPv4Address, origin: Origin)?]
    var devices: [(address: IPv4Address, origin: Origin)?]
    var attachments: [AttachmentKey: (address: IPv4Address, origin: Origin)] = [:]
    var services: [ServiceKey: (address: IPv4Address, origin: Origin)] = [:]

    struct SliceKey: Hashable {
        let macvlan: Reference<Macvlan>
        let node: Reference<Node>
    }

    struct AttachmentKey: Hashable {
        let node: Reference<Node>
        let index: Int
    }

    struct ServiceKey: Hashable {
        let service: Reference<Service>
        let node: Reference<Node>
    }

    init(_ plan: Plan, saved: Lock.Saved?, displaced: Set<String>, problems: Diagnostics) {
        self.plan = plan
        self.saved = saved
        self.displaced = displaced
        self.problems = problems
        taken = Taken(plan)
        nodes = Array(repeating: nil, count: plan.nodes.count)
        devices = Array(repeating: nil, count: plan.devices.count)
    }

    mutating func run() -> Allocation {
        takeDeclaredSlices()
        takeLockedSlices()
        let openings = openAddresses
        takeLockedAddresses(openings)
        allocateOverlays()
        allocateSlices()
        allocateAddresses(openings)
        allocateServices()
        return allocation()
    }

    /// What the lock says of a subject.
    func locked(_ subject: Lock.Subject) -> Prefix<IPv4Address>? { saved?.lock.blocks[subject] }
    func lockedAddress(_ subject: Lock.Subject) -> IPv4Address? { saved?.lock.addresses[subject] }

    /// Reports that a locked decision no longer fits, unless the user let it go. Returns whether it may stay for the rest of the run.
    mutating func displace(_ subject: Lock.Subject, _ old: String, why: String, at place: Place) -> Bool {
        if displaced.contains(subject.name) { return false }
        problems.report(
            .lockDisplaced, at: place, "an earlier run gave \(subject.name) \(old), and that no longer fits: \(why)",
            help: "undo what took it in the plan, or have another one chosen: netplan-swarm generate --displace \(subject.name)",
            related: [Related("decided here", at: saved?.place(of: subject) ?? .program)])
        return true
    }

    /// The blocks that were somebody's: handed out again only when nothing else is left.
    ///
    /// Those of the lock too: whoever had one and has lost it in this very run leaves it behind. What is still held is taken anyway.
    var quarantine: [AddressRange<IPv4Address>] {
        guard let lock = saved?.lock else { return [] }
        return lock.freed.map(\.prefix.range) + lock.blocks.values.map(\.range)
    }

    /// The block that a former owner gets back, if nobody took it meanwhile.
    func former(_ subject: Lock.Subject, length: Int, fits: (Prefix<IPv4Address>) -> Bool) -> Prefix<IPv4Address>? {
        let freed = saved?.lock.freed.filter { $0.owner == subject && $0.prefix.length == length } ?? []
        return freed.map(\.prefix).sorted().first(where: fits)
    }
}

extension Allocation {
    /// Fills every gap of a plan. What finds no room, or a lock that no longer fits, is reported.
    ///
    ///     let allocation = Allocation.allocating(plan, lock: saved, reporting: &problems)
    ///     allocation.lock.text   // what the next run is to be given
    public static func allocating(
        _ plan: Plan, lock: Lock.Saved? = nil, displacing displaced: Set<String> = [], reporting problems: inout Diagnostics
    ) -> Allocation {
        var allocator = Allocator(plan, saved: lock, displaced: displaced, problems: problems)
        let allocation = allocator.run()
        problems = allocator.problems
        return allocation
    }
}
