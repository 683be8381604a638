import DHCP
import NetPlan
import Testing

/// The same plan by each server: dhcpd's twins promise what it promises, to the same machines.
@Suite struct PromisesTests {
    /// A random plan in which every LAN is served, and a group has something of its own.
    private static func plan(_ seed: Int, by server: String) -> String {
        RandomSite(goodSeed: UInt64(seed)).text
            .replacing(
                "dhcp: {ranges:", with: "dhcp: {server: \(server), lease: \(["{default: 2h}", "{min: 10m}", "{}"][seed % 3]), ranges:"
            )
            .replacing(
                "hosts: [",
                with: "lease: {default: 30m}, filename: \"boot-\(seed).0\", next-server: 10.50.0.9, domain: boot.example.org, hosts: [")
    }

    private static func text(_ emitter: some Emitter, _ run: Run) throws -> String {
        var problems = Diagnostics()
        let artifacts = emitter.artifacts(for: try #require(run.allocation), reporting: &problems)
        #expect(problems.all.isEmpty)
        guard case .file(let file)? = artifacts.first else { return "" }
        return String(decoding: file.content, as: UTF8.self)
    }

    @Test func `dhcpd, Kea and dnsmasq promise the same`() throws {
        var (hosts, classes, groups) = (0, 0, 0)
        for seed in 0..<60 {
            let plans = ["dhcpd", "kea", "dnsmasq"].map { Run(Self.plan(seed, by: $0)) }
            for run in plans { try #require(run.errors.isEmpty, "\(seed): \(run.errors)") }
            var problems = Diagnostics()
            let nothing = try #require(plans[0].outputs.first).settings
            let dhcpd = Promises(dhcpd: try Self.text(DhcpdEmitter(nothing, reporting: &problems), plans[0])).sorted
            let kea = try Promises(kea: Self.text(KeaEmitter(nothing, reporting: &problems), plans[1])).sorted
            let dnsmasq = Promises(dnsmasq: try Self.text(DnsmasqEmitter(nothing, reporting: &problems), plans[2])).sorted
            Self.expect(kea, dhcpd, "Kea, seed \(seed)")
            // It knows one time alone.
            Self.expect(dnsmasq, dhcpd.without(["min-lease-time", "max-lease-time"]), "dnsmasq, seed \(seed)")
            hosts += dhcpd.hosts.count
            classes += dhcpd.pools.keys.count { $0.contains("52:54:00") }
            groups += dhcpd.hosts.values.count { $0["filename"] != nil }
        }
        #expect(hosts > 300 && classes > 20 && groups > 10, "the random plans have too little: \(hosts), \(classes), \(groups)")
    }

    private static func expect(_ promises: Promises, _ others: Promises, _ name: String) {
        #expect(promises.pools == others.pools, "\(name)")
        #expect(promises.subnets == others.subnets, "\(name)")
        #expect(promises.hosts.keys.sorted() == others.hosts.keys.sorted(), "\(name)")
        for (mac, host) in others.hosts { #expect(promises.hosts[mac] == host, "\(name): \(mac)") }
    }
}

extension Promises {
    fileprivate func without(_ names: Set<String>) -> Promises {
        var promises = self
        promises.subnets = subnets.mapValues { $0.filter { !names.contains($0.key) } }
        promises.hosts = hosts.mapValues { $0.filter { !names.contains($0.key) } }
        return promises
    }
}
