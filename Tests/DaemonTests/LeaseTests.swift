import Foundation
import NetPlan
import Testing

@testable import netplan_swarm

/// Whom a running server gives what: `dhcpd -t` accepts ranges that hold a host's address, and lends it to anybody. From the same plan
/// dhcpd, Kea and dnsmasq give the same to the same machines.
@Suite(.enabled(if: LeaseServer.isWanted, "it needs root, dhcpd, kea-dhcp4, dnsmasq, busybox (udhcpc), ip and python3"))
struct LeaseTests {
    /// A LAN whose range holds one of everything that nobody may be lent.
    private static func plan(for daemon: LeaseDaemon) -> String {
        """
        version: 1
        site: lab
        ignore:
          - {rule: address-in-dhcp-range, reason: "that is what is tested"}
          - {rule: slice-in-dhcp-range, reason: "that is what is tested"}
        \(daemon == .dnsmasq ? "  - {rule: target-limit, reason: \"it has one time, and nobody here asks for more\"}" : "")
        lans:
          home:
            subnet: 192.168.77.0/26
            gateway: 192.168.77.1
            dns: [192.168.77.20, pihole]
            mtu: 1400
            reserved: [{range: 192.168.77.40-192.168.77.43, note: switches}]
            dhcp:
              server: \(daemon)
              ranges: [192.168.77.8-192.168.77.39]
              lease: {min: 10m, default: 20m, max: 40m}
        nodes:
          ds1: {address: 192.168.77.5, mac: "02:aa:00:00:00:01", role: manager}
          ds2: {address: 192.168.77.10, mac: "02:aa:00:00:00:02", role: manager}
          ds3: {address: 192.168.77.11, role: manager}
        devices:
          boot: {address: 192.168.77.6, mac: "02:aa:00:00:00:06"}
          virtual: {address: 192.168.77.46, mac: "52:54:00:00:00:06"}
        vips:
          swarm: {address: 192.168.77.12, nodes: {ds1: 3, ds2: 2, ds3: 1}}
        macvlans:
          pihole: {nodes: [ds1, ds2], slices: {ds1: 192.168.77.16/30}, shim: true}
        services:
          pihole: {network: pihole, nodes: [ds1, ds2], address: auto}
        dhcp:
          groups:
            netboot:
              hosts: [ds1]
              lease: {default: 30m}
              routers: [192.168.77.24]
              dns: [192.168.77.25, pihole]
              domain: boot.example.org
              filename: 'boot "net", \\1/ipxe.pxe'
              next-server: 192.168.77.6
          classes:
            machines: {lan: home, mac-prefix: "52:54:00", range: 192.168.77.44-192.168.77.51}
            phones: {lan: home, mac-prefix: "00:04", range: 192.168.77.52-192.168.77.54}
        outputs: {\(daemon): {}}
        """
    }

    /// The starts of strangers' MACs, and the last octets of all that they may be lent, worked out by hand.
    private static let vendors: [(mac: String, lent: [Int])] = [
        // 8-39 without ds2 (.10), ds3 (.11), the VIP (.12), ds1's slice (.16/30), the DNS servers (.20, .25) and the router (.24).
        ("02:bb:00:00:00", [8, 9, 13, 14, 15, 21, 22, 23] + Array(26...39)),
        // The members of a class have a range of their own: nobody else gets of it, and they get of no other.
        ("52:54:00:01:00", [44, 45, 47, 48, 49, 50, 51]),
        ("00:04:00:00:00", [52, 53, 54]),
    ]

    /// Each address of the LAN is asked for by a client of its own, so that the range is emptied twice over.
    private static func questions(_ vendor: String) -> [String] {
        (0..<64).map { "discover \(vendor):\(octet($0)) 192.168.77.\($0)" }
    }

    private static func octet(_ number: Int) -> String { (number < 16 ? "0" : "") + String(number, radix: 16) }

    private static func start(_ daemon: LeaseDaemon, _ files: [FileArtifact]) throws -> LeaseServer {
        try LeaseServer(daemon, files, in: [(try prefix("192.168.77.0/26"), try address("192.168.77.62"))])
    }

    /// The last octets of what they were offered, and of what they got.
    private static func octets(_ answers: [String: LeaseServer.Answer]) -> (offered: [Int], leased: [Int]) {
        let last = { (address: IPv4Address) in Int(address.bits & 0xff) }
        return (Set(answers.values.flatMap { $0.offered.map(last) }).sorted(), answers.values.compactMap { $0.leased.map(last) }.sorted())
    }

    @Test(arguments: LeaseDaemon.allCases.filter(\.isComplete))
    func `Strangers get what is free and nothing else, and then nothing`(daemon: LeaseDaemon) throws {
        let server = try Self.start(daemon, Site.files(of: daemon.rawValue, in: Self.plan(for: daemon)))
        defer { server.stop() }
        // What everybody is told who has no group: the first of each kind, which keeps what it got.
        for vendor in Self.vendors {
            let got = try server.lease(as: "\(vendor.mac):00")
            for (name, value) in Self.common { #expect(got[name] == value, "\(vendor.mac): \(name) of \(got)") }
        }

        // Strangers and the members of both classes, all at once.
        let first = try server.answers(to: Self.vendors.flatMap { Self.questions($0.mac) })
        for vendor in Self.vendors {
            let got = Self.octets(first.filter { $0.key.hasPrefix(vendor.mac) })
            #expect(got.offered == vendor.lent, "\(vendor.mac)")
            #expect(got.leased == vendor.lent, "\(vendor.mac): each address once, and none is left")
        }

        // Whoever comes late hears nothing; nor does it help to say that an address was one's own before.
        let late = try server.answers(
            to: Self.vendors.map { "discover \($0.mac):ff" } + (0..<64).map { "reboot 02:cc:00:00:00:\(Self.octet($0)) 192.168.77.\($0)" })
        #expect(Self.vendors.count { late["\($0.mac):ff"]?.isSilence == true } == 3, "\(late)")
        #expect(try server.log().contains(daemon.isEmpty))
        #expect(late.values.count { $0.leased != nil } == 0, "\(late)")

        // Whom the plan knows comes last, and finds its place kept.
        for (mac, expected) in Self.known {
            let got = try server.lease(as: mac)
            for (name, value) in Self.common.merging(expected, uniquingKeysWith: { $1 }) {
                #expect(got[name] == value, "\(mac): \(name) of \(got)")
            }
        }
    }

    /// The LAN's own options, in the words of busybox's client.
    private static let common = [
        "router": "192.168.77.1", "subnet": "255.255.255.192", "broadcast": "192.168.77.63", "domain": "home.arpa",
        "dns": "192.168.77.20 192.168.77.16 192.168.77.60", "lease": "1200", "mtu": "1400",
    ]

    /// And what is a machine's own, or its group's.
    private static let known = [
        ("52:54:00:00:00:06", ["ip": "192.168.77.46", "hostname": "virtual"]),
        ("02:aa:00:00:00:06", ["ip": "192.168.77.6", "hostname": "boot"]),
        ("02:aa:00:00:00:02", ["ip": "192.168.77.10", "hostname": "ds2"]),
        (
            "02:aa:00:00:00:01",
            [
                "ip": "192.168.77.5", "hostname": "ds1", "router": "192.168.77.24", "domain": "boot.example.org",
                "dns": "192.168.77.25 192.168.77.16 192.168.77.60", "boot_file": "boot \"net\", \\1/ipxe.pxe", "siaddr": "192.168.77.6",
                "lease": "1800",
            ]
        ),
    ]

    /// The faults that the test above is there for: with a range in one piece, and a pool without its class, it would fail.
    @Test func `What should not be lent is noticed`() throws {
        var files = try Site.files(of: "dhcpd", in: Self.plan(for: .dhcpd))
        let lines = String(decoding: try #require(files.first).content, as: UTF8.self).split(separator: "\n").map(String.init)
        let whole = try #require(lines.firstIndex { $0.contains("range 192.168.77.8 192.168.77.9;") })
        var broken = lines.filter { !$0.contains("allow members of \"machines\"") }
        broken[whole] = "range 192.168.77.8 192.168.77.43;"
        broken.removeSubrange(broken[(whole + 1)...].prefix { $0.contains(" range ") }.indices)
        files[0].content = Array(broken.joined(separator: "\n").utf8)
        let server = try Self.start(.dhcpd, files)
        defer { server.stop() }
        let strangers = Self.octets(try server.answers(to: Self.questions("02:bb:00:00:00"))).leased
        // ds2, the VIP, a slice, a DNS server, the group's router, what is reserved, the class's.
        for octet in [10, 12, 16, 20, 24, 40, 44] { #expect(strangers.contains(octet), "\(strangers)") }
    }

    /// dhcpd by itself lends for no more than a day, and for no less than five minutes, whatever its `default-lease-time` is.
    @Test(arguments: LeaseDaemon.allCases)
    func `A lease lasts as long as the plan says`(daemon: LeaseDaemon) throws {
        for (written, seconds) in [("2d", "172800"), ("2m", "120")] {
            let plan = """
                version: 1
                site: lab
                lans:
                  home:
                    subnet: 192.168.77.0/26
                    gateway: 192.168.77.1
                    dhcp: {server: \(daemon), ranges: [192.168.77.8-192.168.77.39], lease: {default: \(written)}}
                outputs: {\(daemon): {}}
                """
            let server = try Self.start(daemon, Site.files(of: daemon.rawValue, in: plan))
            defer { server.stop() }
            #expect(try server.lease(as: "02:bb:00:00:00:01")["lease"] == seconds, "\(daemon)")
        }
    }

    /// The sites themselves: every machine that a plan knows gets its address, though a stranger asked for it first.
    @Test(arguments: Site.all(of: "DHCP"))
    func `Each known machine gets its own address`(site: Site) throws {
        let planned = try site.planned()
        guard let allocation = planned.allocation else { return }
        for daemon in LeaseDaemon.allCases {
            let lans = zip(allocation.plan.lans.references, allocation.plan.lans).filter { $0.1.server.rawValue == daemon.rawValue }
            let files = planned.files.filter { $0.emitter == daemon.rawValue }
            if !lans.isEmpty, !files.isEmpty { try check(daemon, files, lans, of: allocation) }
        }
    }

    private func check(_ daemon: LeaseDaemon, _ files: [FileArtifact], _ lans: [(Reference<LAN>, LAN)], of allocation: Allocation) throws {
        let server = try LeaseServer(daemon, files, in: lans.map { ($0.1.subnet, try Self.unused(in: $0.1.subnet, of: allocation)) })
        defer { server.stop() }
        for (index, (reference, lan)) in lans.enumerated() {
            let known = allocation.addresses.filter { $0.lan == reference }
            let wishes = known.compactMap(\.address.v4) + allocation.slices.map(\.prefix.first) + lan.reserved.map(\.range.lowerBound)
            let questions = wishes.enumerated().map { "discover 02:bb:00:00:00:\(Self.octet($0.offset % 256)) \($0.element)" }
            let leasable = AddressSet(allocation.leasable.filter { $0.lan == reference }.flatMap(\.ranges))
            for address in try server.answers(to: questions, on: index).values.flatMap(\.offered) {
                #expect(leasable.contains(address), "a stranger was offered \(address)")
            }

            var expected: [String: IPv4Address] = [:]
            for entry in known {
                if case .gateway = entry.owner { continue }
                if let mac = entry.mac { expected[mac.description] = entry.address.v4 }
            }
            let answers = try server.answers(to: expected.keys.sorted().map { "discover \($0)" }, on: index)
            for (mac, address) in expected { #expect(answers[mac]?.leased == address, "\(mac): \(String(describing: answers[mac]))") }
        }
    }

    /// An address for the server: the highest of the LAN that the plan gives to nobody.
    private static func unused(in subnet: Prefix<IPv4Address>, of allocation: Allocation) throws -> IPv4Address {
        let taken = AddressSet(allocation.addresses.compactMap(\.address.v4).map { $0...$0 } + [subnet.last...subnet.last])
        let free = AddressSet([subnet.range]).subtracting(taken).ranges
        return try #require(free.last).upperBound
    }
}
