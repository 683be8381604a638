import Foundation
import NetPlan
import Router
import RouterExports
import Testing

@testable import netplan_swarm

/// A router's export is a stranger's file: no change of one makes the program stop, or say anything that the file has in secret.
@Suite struct HostileExportTests {
    /// Every file of the sessions that speak of `check-router`: one of each format.
    static let samples: [(name: String, bytes: [UInt8])] = {
        let folder = ExportSite.root.appending(path: "Tests/CommandTests/Sessions")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.contains("check-router") }
            .sorted()
        return names.flatMap { name -> [(String, [UInt8])] in
            let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
            return text.components(separatedBy: "\n-- ").dropFirst().compactMap { part in
                guard let end = part.range(of: " --\n"), !part.hasPrefix("netplan-swarm") else { return nil }
                return ("\(name): \(part[..<end.lowerBound])", Array(part[end.upperBound...].utf8))
            }
        }
    }()

    static let plan = """
        version: 1
        site: home
        lans:
          home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {ranges: [192.168.0.100-192.168.0.199]}}
          lab: {subnet: 10.9.0.0/26, dhcp: {server: dhcpd}}
        nodes:
          ds1: {address: 192.168.0.11, mac: "de:ad:ab:6b:d3:09", role: manager}
          ds2: {address: 192.168.0.12, mac: "de:ad:ab:6b:d3:0a", role: manager}
        vips: {swarm: {address: 192.168.0.9, lan: home, nodes: {ds1: 100, ds2: 50}}}
        macvlans: {pihole: {nodes: [ds1, ds2]}}
        """

    /// Linear congruential, by Knuth: the same in every run.
    struct Dice {
        var state: UInt64
        mutating func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return count == 0 ? 0 : Int((state >> 33) % UInt64(count))
        }
    }

    static let pieces: [[UInt8]] =
        [
            "\"", "'", "\\", "\\\n", "{", "}", "[", "]", ";", "#", "/*", "*/", "<?", "?>", "<!--", "]]>", "&amp;", "<", ">", "=", "-", "/",
            ",", ".",
            "\n", "\r\n", "\0", "\u{1B}[31m", "\u{202E}", "\u{FEFF}", "99999999999999999999", "-1", "0", "255.255.255.255", "0.0.0.0/0",
            "192.168.0.255-192.168.0.0", "192.168.0.0/33", "set service dhcp-server shared-network-name a subnet 0.0.0.0/0 ", "lease ",
            "host ",
            "range 0.0.0.0 255.255.255.255;", "<range><from>0.0.0.0</from><to>255.255.255.255</to></range>",
            "dhcp-range=0.0.0.0,255.255.255.255\n",
            "option start '9223372036854775807'\n", "option limit '-9223372036854775808'\n", "\u{FF}",
        ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC0, 0x80]]

    @Test(arguments: samples.map(\.name))
    func `No change makes it crash`(name: String) throws {
        let original = try #require(Self.samples.first { $0.name == name }?.bytes)
        let allocation = try ExportSite.planned(Self.plan)
        let duties = allocation.plan.lans.references.map { RouterDuties(ReservationSheet(lan: $0, of: allocation), lan: $0) }
        var dice = Dice(state: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude))
        var readable = 0
        for _ in 0..<150 {
            var bytes = original
            for _ in 0...dice.below(4) {
                let place = dice.below(bytes.count + 1)
                switch dice.below(5) {
                case 0: if place < bytes.count { bytes[place] = UInt8(dice.below(256)) }
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + dice.below(40)))
                case 2: bytes.insert(contentsOf: Self.pieces[dice.below(Self.pieces.count)], at: place)
                case 3:
                    let end = min(bytes.count, place + dice.below(200))
                    bytes.insert(contentsOf: bytes[place..<end], at: dice.below(bytes.count + 1))
                default: if dice.below(8) == 0 { bytes.removeSubrange(place...) }
                }
            }
            guard let export = try? ExportReader.read(bytes, file: "x") else { continue }
            readable += 1
            let check = RouterCheck(of: export, against: duties, in: allocation)
            let text = CheckText(check, of: "x", against: "y", in: allocation.plan).text.bytes
            #expect(!text.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
        }
        if !name.hasPrefix("31") { #expect(readable > 3, "\(readable): nothing was read, so nothing was tried") }
    }

    @Test(arguments: [
        String(repeating: "{", count: 300_000), String(repeating: "subnet 1 {", count: 100_000), String(repeating: "[", count: 300_000),
        String(repeating: "/ip pool add name=", count: 50_000), String(repeating: "{\"Dhcp4\":", count: 100_000),
        String(repeating: "/* ", count: 200_000), "\"" + String(repeating: "\\", count: 300_000),
        String(repeating: "service {\n", count: 100_000),
        "config dhcp 'lan'\n" + String(repeating: "\tlist dhcp_option '3,1.2.3.4'\n", count: 30_000),
        "/ip pool\n" + (0..<20_000).map { "add name=p\($0) next-pool=p\($0 + 1) ranges=10.0.0.0/8\n" }.joined(),
    ])
    func `Depth and length cost neither the stack nor much time`(text: String) throws {
        let allocation = try ExportSite.planned(Self.plan)
        for lan in allocation.plan.lans.references { _ = try? ExportSite.check(Array(text.utf8), lan, in: allocation) }
    }

    @Test func `What a file holds in secret is not said, not even where it is broken`() throws {
        let allocation = try ExportSite.planned(Self.plan)
        let secret = "hunter2-\u{1B}[2J"
        for text in [
            "<opnsense><password>\(secret)</opnsense>",
            "<pfsense><dhcpd><lan><enable/><range><from>\(secret)</from><to>x</to></range></lan></dhcpd></pfsense>",
            "/ip pool\nadd name=\"\(secret)\" ranges=\(secret)\n/ip dhcp-server\nadd address-pool=x\n", "{\"Dhcp4\": {\"\(secret)\": }}",
            "subnet 192.168.0.0 netmask 255.255.255.0 { range \(secret) \(secret); }\nhost \(secret) { hardware ethernet \(secret); fixed-address 192.168.0.7; }",
            "dhcp-host=de:ad:ab:6b:d3:09,192.168.0.77,\(secret)\ndhcp-range=192.168.0.5,192.168.0.6\n",
        ] {
            var said = ""
            do {
                let export = try ExportReader.read(Array(text.utf8), file: "x")
                let check = RouterCheck(
                    of: export, against: [RouterDuties(ReservationSheet(lan: Reference(0), of: allocation), lan: Reference(0))],
                    in: allocation)
                said = String(CheckText(check, of: "x", against: "y", in: allocation.plan).text)
            } catch { said = "\(error)" }
            #expect(!said.isEmpty && !said.contains("hunter2") && !said.contains("\u{1B}"), "\(said)")
        }
    }
}
