extension Allocation {
    /// The addresses of a node, device, VIP or service by its key, as a setting of an emitter names it; of a service all.
    ///
    ///     addresses(named: settings, reporting: &problems)      // pihole: 192.168.0.253, 192.168.0.249
    ///
    /// A name of nobody, and one of a service without an address of its own, is reported as `unknown-name`.
    public func addresses(named document: Document, reporting problems: inout Diagnostics) -> [AllocatedAddress] {
        let key = document.text.lowercased()
        let known = addresses.filter { $0.name == key && $0.owner != .gateway(nil) }
        // A service may be called as a machine is: then the machine is meant, as everywhere in a plan.
        if let first = known.first { return known.filter { ($0.kind == .service) == (first.kind == .service) } }
        if plan.services.contains(where: { $0.name.description == key }) {
            problems.report(
                .unknownName, at: document.place, "the service '\(key)' has no address of its own",
                help: "give it 'address: auto' on a macvlan, or name a node")
        } else {
            let help = Spelling.nearest(to: key, among: addresses.map(\.name)).map { "did you mean \($0)?" }
            problems.report(.unknownName, at: document.place, "there is no node, device, VIP or service '\(document.text)'", help: help)
        }
        return []
    }
}
