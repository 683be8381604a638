internal import NetPlan

/// How long a server lends, with no time left open: what the plan does not say is dhcpd's own (dhcpd.conf(5), 4.4), moved as far
/// as what it does say asks for. So every server lends for the same times.
///
///     lease: {default: 2d}      // 5 minutes, 2 days, 2 days
struct LeaseTimes: Equatable {
    static let dhcpd = LeaseTimes(Lease())

    let minimum: Int
    let usual: Int
    let maximum: Int

    init(_ lease: Lease) {
        usual = lease.usual ?? min(max(43_200, lease.minimum ?? 0), lease.maximum ?? .max)
        minimum = lease.minimum ?? min(300, usual)
        maximum = lease.maximum ?? max(86_400, usual)
    }
}
