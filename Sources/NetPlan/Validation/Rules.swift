/// Every rule about a plan as a whole, in the order of the alphabet. What is wrong with one value alone, the reader says.
public enum Rules {
    static let all: [any Rule.Type] = [
        AddressInDHCPRangeRule.self,
        AddressOutsideLANRule.self,
        AddressReservedRule.self,
        AddressUnusableRule.self,
        ClassMatchesNoneRule.self,
        CNAMEConflictRule.self,
        DNSServerUnknownRule.self,
        DockerPoolOverlapRule.self,
        DuplicateAddressRule.self,
        DuplicateMACRule.self,
        DuplicateNameRule.self,
        EngineBrokenRule.self,
        GroupGatewayUnreachableRule.self,
        HostInTwoGroupsRule.self,
        HostWithoutMACRule.self,
        IngressNamesRule.self,
        MacvlanGatewayMissingRule.self,
        MacvlanHostIsolatedRule.self,
        MacvlanParentSharedRule.self,
        MacvlanSubnetModeRule.self,
        ManagerCountRule.self,
        MDNSDomainRule.self,
        MTUMismatchRule.self,
        NodesApartRule.self,
        NoManagerRule.self,
        OverlaySizeRule.self,
        PublicAddressSpaceRule.self,
        RangeOverlapRule.self,
        RouterIDConflictRule.self,
        ServiceAddressUnpinnedRule.self,
        ServiceOutsideSliceRule.self,
        ServiceUnplacedRule.self,
        SliceHoldsAddressRule.self,
        SliceInDHCPRangeRule.self,
        SliceOutsideLANRule.self,
        SliceOverlapRule.self,
        SliceTooSmallRule.self,
        SpecialAddressSpaceRule.self,
        SubnetOverlapRule.self,
        SwarmPoolOverlapRule.self,
        VIPNoBackupRule.self,
    ]

    /// Checks a plan by every rule.
    public static func check(_ allocation: Allocation, reporting problems: inout Diagnostics) {
        let survey = Survey(allocation, reporting: &problems)
        for rule in all { rule.check(survey, reporting: &problems) }
    }

    /// Takes out what the plan's `ignore` names. An entry that hides nothing, or names an error, is reported.
    ///
    /// Where it is not complete, for somebody who may find more was not asked, none is said to hide nothing.
    public static func applyIgnores(of plan: Plan, to problems: inout Diagnostics, isComplete: Bool = true) {
        if plan.ignores.isEmpty { return }
        let byRule = Dictionary(grouping: problems.all.indices, by: { problems.all[$0].rule })
        var hidden: Set<Int> = []
        let isWhole = !byRule.keys.contains(where: \.leavesOut)
        for ignore in plan.ignores {
            let path = PlanPath("ignore")[ignore.index]
            let indices = byRule[ignore.rule] ?? []
            let found = indices.map { problems.all[$0] }
            // What is an error as a rule may be a warning here, which a site can live with.
            if found.contains(where: { $0.severity == .error }) || (found.isEmpty && ignore.rule.severity == .error) {
                problems.report(
                    .ignoreError, at: .value(path["rule"]), "\(ignore.rule.rawValue) is an error, and an error can't be ignored",
                    help: "mend the plan, and take this entry out")
                continue
            }
            let covered = indices.filter { index in ignore.path.map(problems.all[index].place.isCovered(by:)) ?? true }
            hidden.formUnion(covered)
            // A rule that an error silenced says nothing of the plan as it will be.
            let isSilenced = !isWhole || (ignore.rule == .managerCount && byRule[.noManager] != nil)
            if covered.isEmpty, !isSilenced, isComplete {
                problems.report(
                    .ignoreUnused, at: .value(path["rule"]),
                    "nothing is found by \(ignore.rule.rawValue)\(ignore.path.map { " at \($0)" } ?? ""), so there is nothing to ignore",
                    help: "take this entry out")
            }
        }
        if !hidden.isEmpty { problems.remove(at: hidden) }
    }
}

extension Place {
    fileprivate func isCovered(by path: PlanPath) -> Bool {
        switch self {
        case .value(let own), .key(let own): path.covers(own)
        case .mark, .program: false
        }
    }
}
