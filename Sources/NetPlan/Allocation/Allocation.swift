/// The plan with every gap filled: each name has its address, each node its slice, each overlay its subnet.
///
/// What could not be decided was reported, and is not here.
public struct Allocation: Sendable, Hashable {
    public let plan: Plan

    /// Gateways, then nodes and devices, VIPs and services, each in the order of the plan.
    public internal(set) var addresses: [AllocatedAddress] = []

    /// By macvlan in the order of the plan, then by node in the order of the macvlan's list.
    public internal(set) var slices: [Slice] = []

    /// In the order of the plan.
    public internal(set) var overlays: [AllocatedOverlay] = []

    /// What a DHCP server may lend to strangers, for each LAN in the order of the plan.
    public internal(set) var leasable: [Leasable] = []

    /// Every decision that the plan left open, to be kept for the next run.
    public internal(set) var lock: Lock

    init(plan: Plan) {
        self.plan = plan
        lock = Lock(site: plan.site)
    }
}
