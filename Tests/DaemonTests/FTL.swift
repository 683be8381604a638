import Foundation
import NetPlan

/// What Pi-hole makes of its settings: FTL itself is no package here, and what it makes is a configuration of dnsmasq and a hosts file
/// (write_dnsmasq_config and write_custom_list in its 6.4).
struct FTL {
    let dnsmasq: String
    let hosts: String

    private struct Request: Decodable {
        struct Config: Decodable {
            let dns: DNS
            let dhcp: DHCP?
        }

        struct DNS: Decodable {
            let hosts: [String]
            let cnameRecords: [String]
        }

        struct DHCP: Decodable {
            let active: Bool
            let start, end, router, netmask, leaseTime: String
            let hosts: [String]
        }

        let config: Config
    }

    /// By what the API is sent.
    init(request: [UInt8]) throws {
        let config = try JSONDecoder().decode(Request.self, from: Data(request)).config
        var lines = config.dns.cnameRecords.map { "cname=\($0)" }
        if let dhcp = config.dhcp, dhcp.active {
            lines += ["dhcp-authoritative", "dhcp-range=\(dhcp.start),\(dhcp.end),\(dhcp.netmask),\(dhcp.leaseTime)"]
            lines += ["dhcp-option=option:router,\(dhcp.router)"] + dhcp.hosts.map { "dhcp-host=\($0)" }
        }
        dnsmasq = lines.joined(separator: "\n") + "\n"
        hosts = config.dns.hosts.joined(separator: "\n") + "\n"
    }

    /// By its own emitter's files; nil where there is none.
    init?(_ files: [FileArtifact]) throws {
        guard let file = files.first(where: { $0.path == "pihole/netplan-swarm.json" }) else { return nil }
        try self.init(request: file.content)
    }
}
