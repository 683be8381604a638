/// One address for two: among nodes, devices, VIPs, gateways and services.
enum DuplicateAddressRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        for entry in survey.addresses {
            guard case .duplicate(let index) = entry.verdict else { continue }
            let first = survey.addresses[index]
            problems.report(
                .duplicateAddress, at: .value(entry.path), "\(entry.name) has \(entry.address), which \(first.name) has already",
                help: "give one of the two another address, or 'auto'",
                related: [Related("\(first.name) has it here", at: .value(first.path))])
        }
    }
}
