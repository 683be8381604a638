internal import NetPlan

/// Reads Kea's configuration of DHCPv4: subnets, pools, reservations (Kea 2.2, chapter 8).
enum KeaReader {
    /// The server's part, in a file, in the answer to `config-get`, or given alone.
    static func server(in root: JSONValue) -> JSONValue? {
        let answer = root.isList ? root.list.first : root
        for candidate in [answer?["Dhcp4"], answer?["arguments"]?["Dhcp4"], answer] {
            if let candidate, ["subnet4", "shared-networks", "reservations"].contains(where: { candidate[$0] != nil }) { return candidate }
        }
        return answer?["Dhcp4"]
    }

    static func read(_ server: JSONValue, includes: [Int]) -> RouterExport {
        var draft = ExportDraft()
        for line in includes { draft.remark("an included file is not read: give one file with all", line: line) }
        draft.configuration.keepsReservations = keepsReservations(server) ?? true
        addGateways(server, to: &draft)
        addReservations(server, to: &draft)
        var subnets = server["subnet4"]?.list ?? []
        for network in server["shared-networks"]?.list ?? [] {
            addGateways(network, to: &draft)
            subnets += network["subnet4"]?.list ?? []
        }
        for subnet in subnets {
            if keepsReservations(subnet) == false { draft.configuration.keepsReservations = false }
            if let prefix = subnet["subnet"].flatMap({ ExportValue.network($0.text) }) {
                draft.configuration.networks.append(.init(prefix, line: subnet["subnet"]?.line ?? subnet.line))
            } else {
                draft.remark("a subnet can't be read", line: subnet.line)
            }
            for pool in subnet["pools"]?.list ?? [] {
                if let range = pool["pool"] { draft.addRanges(range.text, line: range.line) }
                addGateways(pool, to: &draft)
            }
            addGateways(subnet, to: &draft)
            addReservations(subnet, to: &draft)
        }
        return draft.export(.kea)
    }

    /// Kea looks for reservations in its pools unless it is told that there are none; nil where nothing is told here.
    private static func keepsReservations(_ scope: JSONValue) -> Bool? {
        if let mode = scope["reservation-mode"] { return mode.text == "all" || mode.text == "global" }
        return scope["reservations-out-of-pool"].map { $0.text != "true" }
    }

    private static func addGateways(_ scope: JSONValue, to draft: inout ExportDraft) {
        for option in scope["option-data"]?.list ?? [] where option["name"]?.text == "routers" || option["code"]?.text == "3" {
            guard let data = option["data"] else { continue }
            for router in data.text.split(separator: ",") {
                draft.addGateway(router.filter { $0 != " " }, line: data.line)
            }
        }
    }

    private static func addReservations(_ scope: JSONValue, to draft: inout ExportDraft) {
        for reservation in scope["reservations"]?.list ?? [] {
            // Without an address it is a name, or options, alone.
            guard let address = reservation["ip-address"], !address.text.isEmpty else { continue }
            let mac = reservation["hw-address"].map { [$0.text] } ?? []
            draft.addReservation(address.text, mac, name: reservation["hostname"]?.text, line: address.line)
        }
    }
}
