/// A plan and its allocation, with what several rules ask of them worked out once.
struct Survey {
    let plan: Plan
    let allocation: Allocation

    /// Every address that the plan declares for somebody, with the first thing that is wrong with it.
    let addresses: [DeclaredAddress]

    init(_ allocation: Allocation, reporting problems: inout Diagnostics) {
        self.allocation = allocation
        plan = allocation.plan
        var addresses = DeclaredAddress.all(in: allocation.plan)
        DeclaredAddress.judge(&addresses, of: allocation.plan, reporting: &problems)
        self.addresses = addresses
    }

    /// What the owner of an address is called in a sentence.
    func name(of entry: DeclaredAddress) -> String { entry.name(in: plan) }

    /// Where an address stands.
    func place(of entry: DeclaredAddress) -> Place { .value(entry.path(in: plan)) }
}
