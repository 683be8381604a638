import NetPlan
import Router
import YAML

/// A plan's sheets, from its text.
enum SampleSheet {
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    /// The sheet of the plan's first LAN. What is wrong with the plan is thrown, warnings too.
    static func of(_ text: String) throws -> ReservationSheet {
        var problems = Diagnostics()
        guard let document = YAMLReader.read(Array(text.utf8), file: "plan", reporting: &problems),
            let plan = PlanReader.read(document, reporting: &problems).plan
        else { throw Refused(description: problems.all.map(\.message).joined(separator: "\n")) }
        let allocation = Allocation.allocating(plan, reporting: &problems)
        guard problems.all.isEmpty else { throw Refused(description: problems.all.map(\.message).joined(separator: "\n")) }
        return ReservationSheet(lan: Reference(0), of: allocation)
    }

    /// One LAN with a hole in its range, two reservations and a slice.
    static let plan = """
        version: 1
        site: lab
        lans:
          home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dns: [192.168.0.2], dhcp: {ranges: [192.168.0.100-192.168.0.199], lease: {default: 12h}}}
        nodes:
          ds1: {address: 192.168.0.11, mac: "de:ad:ab:6b:d3:09", role: manager}
        devices:
          printer: {address: 192.168.0.150, mac: "00:11:22:33:44:55"}
        macvlans:
          pihole: {nodes: [ds1]}
        """
}

extension ReservationSheet {
    func string(in format: Format) -> String { String(text(in: format)) }

    /// What a router is to know of it, in a form that what was read back can be compared with.
    var facts: SheetFacts {
        SheetFacts(
            ranges: AddressSet(leasable).ranges.map(\.text),
            reservations: Set(reservations.map { "\($0.mac) \($0.address)" }))
    }
}

/// What a router leases, and to whom always the same.
struct SheetFacts: Equatable {
    var ranges: [String] = []
    var reservations: Set<String> = []

    /// Ranges in the order of their addresses, and MACs as we write them.
    mutating func add(mac: String, address: String) {
        reservations.insert("\(mac.lowercased().replacing("-", with: ":")) \(address)")
    }
}
