internal import NetPlan

extension LeaseTimes {
    /// Notes that a server which has one time lends for that: who asks for more gets no more, who asks for less gets less.
    static func reportMaximum(of lease: Lease, at path: PlanPath, by name: String, _ problems: inout Diagnostics) {
        guard let maximum = lease.maximum, maximum != LeaseTimes(lease).usual else { return }
        problems.report(
            .targetLimit, .note, at: .value(path["max"]), "\(name) lends for 'default' at most, whoever asks for more",
            help: "leave 'max' out, or let dhcpd or Kea serve the LAN")
    }
}
