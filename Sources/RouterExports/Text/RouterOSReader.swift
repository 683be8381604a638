internal import NetPlan

/// Reads what RouterOS's `/export` prints, or a script that is given to `/import`.
enum RouterOSReader {
    static func read(_ bytes: [UInt8]) -> RouterExport {
        var draft = ExportDraft()
        var pools: [String: (ranges: String, next: String, line: Int)] = [:]
        var servers: [RouterOSCommand] = []
        for command in RouterOSCommand.all(in: bytes) where command.verb == "add" {
            switch command.menu {
            case "ip/pool": pools[command.value("name")] = (command.value("ranges"), command.value("next-pool"), command.line)
            case "ip/dhcp-server": servers.append(command)
            case "ip/dhcp-server/network": addNetwork(command, to: &draft)
            case "ip/dhcp-server/lease":
                guard !command.isDisabled, !command.value("address").isEmpty else { continue }
                // It may name a pool instead.
                if pools[command.value("address")] != nil { continue }
                let macs = command.value("mac-address")
                draft.addReservation(command.value("address"), macs.isEmpty ? [] : [macs], name: nil, line: command.line)
            default: break
            }
        }
        for name in names(of: pools.mapValues(\.line), used: servers, next: pools.mapValues(\.next)) {
            if let pool = pools[name] { draft.addRanges(pool.ranges, line: pool.line) }
        }
        for server in servers where pools[server.value("address-pool")] == nil && !server.isDisabled {
            let pool = server.value("address-pool")
            if !pool.isEmpty, pool != "static-only" {
                draft.remark("a server's address pool is not in the file", line: server.line, hidesLeases: true)
            }
        }
        return draft.export(.routeros)
    }

    private static func addNetwork(_ command: RouterOSCommand, to draft: inout ExportDraft) {
        guard let network = ExportValue.network(command.value("address")) else {
            return draft.remark("a network's address can't be read", line: command.line)
        }
        draft.configuration.networks.append(.init(network, line: command.line))
        for gateway in command.value("gateway").split(separator: ",") { draft.addGateway(String(gateway), line: command.line) }
    }

    /// The pools that a server leases from, and those that follow when these are empty; all of them where the file has no server.
    private static func names(of pools: [String: Int], used servers: [RouterOSCommand], next: [String: String]) -> [String] {
        var used = Set(servers.isEmpty ? Array(pools.keys) : servers.filter { !$0.isDisabled }.map { $0.value("address-pool") })
        var waiting = Array(used)
        while let name = waiting.popLast() {
            if let follower = next[name], used.insert(follower).inserted { waiting.append(follower) }
        }
        return used.filter { pools[$0] != nil }.sorted { (pools[$0] ?? 0, $0) < (pools[$1] ?? 0, $1) }
    }
}
