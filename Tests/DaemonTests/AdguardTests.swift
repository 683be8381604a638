// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The names are those of the JSON that is read.

import Foundation
import NetPlan
import Testing

@testable import netplan_swarm

/// AdGuard Home's files, merged into its own by the commands that the README tells, with the programs that they call.
@Suite(.enabled(if: Program.isWanted("yq") && Program.isWanted("jq"), "yq or jq is not installed (apt install jq yq)"))
struct AdguardTests {
    private struct Config: Decodable {
        struct Filtering: Decodable {
            let rewrites: [Rewrite]
            let protection_enabled: Bool?
        }

        struct Rewrite: Decodable, Hashable {
            let domain, answer: String
            let enabled: Bool
        }

        struct DHCP: Decodable {
            struct V4: Decodable {
                let gateway_ip, subnet_mask, range_start, range_end: String?
                let lease_duration: Int?
                let options: [String]?
                let icmp_timeout_msec: Int
            }

            let enabled: Bool
            let interface_name: String
            let local_domain_name: String?
            let dhcpv4: V4
        }

        let filtering: Filtering
        let dhcp: DHCP
        let users: [[String: String]]
    }

    private struct Leases: Decodable {
        struct Lease: Decodable {
            let expires, ip, hostname, mac: String
            let `static`: Bool
        }

        let version: Int
        let leases: [Lease]
    }

    /// What AdGuard Home has already: a rewrite and a lease that are gone from the plan, strangers' leases, and all that is nobody else's.
    private static let before = """
        users: [{name: admin, password: "$2y$10$abc"}]
        filtering:
          protection_enabled: true
          rewrites: [{domain: old.home.arpa, answer: 192.168.0.77, enabled: true}]
        dhcp:
          enabled: true
          interface_name: eth0
          dhcpv4: {icmp_timeout_msec: 1000, range_start: 10.0.0.1, options: [1 del]}
        """

    private static let leasesBefore = """
        {"version": 1, "leases": [
          {"expires": "", "ip": "192.168.0.77", "hostname": "old", "mac": "02:bb:00:00:00:77", "static": true},
          {"expires": "2026-01-01T00:00:00Z", "ip": "192.168.0.12", "hostname": "thief", "mac": "02:bb:00:00:00:12", "static": false},
          {"expires": "2026-01-01T00:00:00Z", "ip": "192.168.0.105", "hostname": "guest", "mac": "02:bb:00:00:00:05", "static": false}
        ]}
        """

    /// The merging commands of the README's own block.
    private static func commands() throws -> [String] {
        let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Plugins/DHCP/README.md")
        let text = String(decoding: try Data(contentsOf: readme), as: UTF8.self)
        let block = try #require(
            text.components(separatedBy: "```sh\ncd /opt/AdGuardHome\n").dropFirst().first?.components(separatedBy: "```").first)
        return block.components(separatedBy: "\n").filter { !$0.hasPrefix("systemctl ") && !$0.hasPrefix("out=") }
    }

    private static func merge(in folder: Scratch) throws {
        let script = "cd '\(folder.path(""))'\nout='\(folder.path("out"))'\n" + (try commands()).joined(separator: "\n")
        let outcome = try Program.run("sh", ["-euc", script])
        #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)")
    }

    private static func read<Value: Decodable>(_ type: Value.Type, from file: String) throws -> Value {
        let json = try Program.run("yq", [".", file])
        return try JSONDecoder().decode(type, from: Data(json.output.utf8))
    }

    @Test(arguments: Site.all(of: "DHCP"))
    func `What is merged says the plan, and leaves the rest`(site: Site) throws {
        let planned = try site.planned()
        let files = planned.files.filter { $0.emitter == "adguard" }
        guard !files.isEmpty, let allocation = planned.allocation else { return }
        let folder = try Scratch()
        for file in files { try folder.write(String(decoding: file.content, as: UTF8.self), to: "out/\(file.name)") }
        if files.count == 1 { try folder.write("{\"version\": 1, \"leases\": []}", to: "out/leases.json") }
        try folder.write(Self.before, to: "AdGuardHome.yaml")
        try folder.write(Self.leasesBefore, to: "data/leases.json")
        try Self.merge(in: folder)
        let once = try [folder.text(of: "AdGuardHome.yaml"), folder.text(of: "data/leases.json")]
        try Self.merge(in: folder)
        #expect(try [folder.text(of: "AdGuardHome.yaml"), folder.text(of: "data/leases.json")] == once, "a second time changes nothing")

        let config = try Self.read(Config.self, from: folder.path("AdGuardHome.yaml"))
        let expected = allocation.resourceRecords().map { record -> Config.Rewrite in
            let answer = if case .name(let target) = record.value { target.description } else { record.address?.description ?? "" }
            return Config.Rewrite(domain: record.name.description, answer: answer, enabled: true)
        }
        #expect(config.filtering.rewrites == expected)
        #expect(config.users.first?["password"] == "$2y$10$abc" && config.filtering.protection_enabled == true)
        #expect(config.dhcp.enabled && config.dhcp.interface_name == "eth0" && config.dhcp.dhcpv4.icmp_timeout_msec == 1000)

        let leases = try Self.read(Leases.self, from: folder.path("data/leases.json"))
        #expect(leases.version == 1 && leases.leases.contains { $0.mac == "02:bb:00:00:00:05" }, "a stranger keeps what it has")
        guard let lan = zip(allocation.plan.lans.references, allocation.plan.lans).first(where: { $0.1.server == .adguard }) else { return }
        #expect(
            config.dhcp.dhcpv4.gateway_ip == lan.1.gateway?.description
                && config.dhcp.local_domain_name == allocation.plan.domain.description)
        let range = try #require(allocation.leasable.first { $0.lan == lan.0 }?.ranges.first)
        #expect(
            [config.dhcp.dhcpv4.range_start, config.dhcp.dhcpv4.range_end] == [range.lowerBound.description, range.upperBound.description])
        let known = allocation.addresses.filter { $0.lan == lan.0 && $0.mac != nil && $0.address.v4 != nil }
        let ours = leases.leases.filter(\.static)
        #expect(Set(ours.map { "\($0.mac) \($0.ip)" }) == Set(known.compactMap { entry in entry.mac.map { "\($0) \(entry.address)" } }))
        #expect(Set(leases.leases.map(\.ip)).count == leases.leases.count && Set(ours.map(\.hostname)).count == ours.count)
    }
}

extension Scratch {
    func text(of name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
}
