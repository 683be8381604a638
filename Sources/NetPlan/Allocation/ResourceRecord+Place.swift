extension ResourceRecord {
    /// Where the plan writes its name: in `dns.records`, or with the service that it belongs to; nil for a machine's name.
    ///
    ///     record.namePath(in: plan)      // services.apps.names
    public func namePath(in plan: Plan) -> PlanPath? {
        path?["name"] ?? plan.services.first { $0.names.contains(name) }?.path["names"]
    }
}
