/// One address for two: among nodes, devices, VIPs, gateways and services.
enum DuplicateAddressRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        for entry in survey.addresses {
            guard case .duplicate(let index) = entry.verdict else { continue }
            let first = survey.addresses[index]
            problems.report(
                .duplicateAddress, at: survey.place(of: entry),
                "\(survey.name(of: entry)) has \(entry.address), which \(survey.name(of: first)) has already",
                help: entry.canBeOpen ? "give one of the two another address, or 'auto'" : "give one of the two another address",
                related: [Related("\(survey.name(of: first)) has it here", at: survey.place(of: first))])
        }
    }
}
