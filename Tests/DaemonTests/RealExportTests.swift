import Foundation
import NetPlan
import Router
import RouterExports
import Testing

@testable import netplan_swarm

/// What the real programs print is what `check-router` reads.
@Suite struct RealExportTests {
    private static let plan = """
        version: 1
        site: lab
        lans:
          home: {subnet: 192.168.77.0/26, gateway: 192.168.77.1, dhcp: {server: dhcpd, ranges: [192.168.77.32-192.168.77.39]}}
        nodes:
          ds1: {address: 192.168.77.5, mac: "02:aa:00:00:00:01", role: manager}
          ds2: {address: 192.168.77.6, mac: "02:aa:00:00:00:02", role: manager}
        macvlans: {pihole: {nodes: [ds1, ds2]}}
        outputs: {dhcpd: {}}
        """

    private static func planned() throws -> PlannedSite { PlannedSite(unsaved: Array(plan.utf8), as: "netplan-swarm.yaml") }

    private static func check(_ text: String) throws -> (format: ExportFormat, lan: CheckedLAN) {
        let allocation = try #require(try planned().allocation)
        let duties = RouterDuties(ReservationSheet(lan: Reference(0), of: allocation), lan: Reference(0))
        let check = RouterCheck(of: try ExportReader.read(Array(text.utf8), file: "export"), against: [duties], in: allocation)
        return (check.format, try #require(check.lans.first))
    }

    /// Two machines on a cable: one looks, the other has an address that the plan gives to ds2, with ds2's MAC or another.
    @Test(
        .enabled(if: LeaseServer.isWanted && Program.isWanted("nmap"), "it needs root, ip and nmap"),
        arguments: ["02:aa:00:00:00:02", "02:aa:00:00:00:99"])
    func `Neighbours and scans`(mac: String) throws {
        let (near, far) = ("nps-\(Int.random(in: 0..<1_000_000))-near", "nps-\(Int.random(in: 0..<1_000_000))-far")
        defer { for name in [near, far] { _ = try? Program.run("ip", ["netns", "del", name]) } }
        for arguments in [
            ["netns", "add", near], ["netns", "add", far],
            ["-n", near, "link", "add", "near0", "type", "veth", "peer", "name", "far0", "netns", far],
            ["-n", near, "address", "add", "192.168.77.5/26", "dev", "near0"], ["-n", far, "link", "set", "far0", "address", mac],
            ["-n", far, "address", "add", "192.168.77.6/26", "dev", "far0"], ["-n", near, "link", "set", "near0", "up"],
            ["-n", far, "link", "set", "far0", "up"],
        ] {
            let outcome = try Program.run("ip", arguments)
            try #require(outcome.status == 0, "\(outcome.output)")
        }
        // nmap asks by itself, and the kernel does not learn of it.
        _ = try Program.run("ip", ["netns", "exec", near, "busybox", "ping", "-c", "1", "-W", "1", "192.168.77.6"])
        let scan = try Program.run("ip", ["netns", "exec", near, "nmap", "-sn", "-n", "-oX", "-", "192.168.77.4/30"]).output
        let texts = [
            (ExportFormat.nmap, scan), (.neighbours, try Program.run("ip", ["-n", near, "neigh"]).output),
            (.neighbours, try Program.run("ip", ["-n", near, "-json", "neigh"]).output),
        ]
        for (format, text) in texts {
            let found = try Self.check(text)
            #expect(found.format == format, "\(text)")
            let item = try #require(found.lan.items.first { $0.name == "ds2" }, "\(text)")
            #expect(item.isDone == (mac == "02:aa:00:00:00:02"), "\(text)")
            #expect(item.faults.map(\.mac) == (item.isDone ? [] : [MACAddress(mac)]))
        }
    }

    /// A real dhcpd's leases: a stranger's stays in the range, and a host's own is its own.
    @Test(.enabled(if: LeaseServer.isWanted, "it needs root, dhcpd, busybox (udhcpc), ip and python3"))
    func `Leases`() throws {
        let server = try LeaseServer(
            .dhcpd,
            try Self.planned().files.filter { $0.emitter == "dhcpd" },
            in: [(try #require(Prefix("192.168.77.0/26")), try #require(IPv4Address("192.168.77.62")))])
        defer { server.stop() }
        #expect(try server.lease(as: "02:bb:00:00:00:07")["ip"] != nil)
        let text = try server.leases()
        let found = try Self.check(text)
        #expect(found.format == .dhcpdLeases)
        #expect(found.lan.isFound && found.lan.open.isEmpty, "\(text)")
    }

    /// libvirt's own text of the network that it was given.
    @Test(.enabled(if: Program.isWanted("virsh"), "virsh is not installed"))
    func `A libvirt network`() throws {
        let text = Self.plan.replacing("server: dhcpd, ", with: "").replacing("outputs: {dhcpd: {}}", with: "")
        let allocation = try #require(PlannedSite(unsaved: Array(text.utf8), as: "netplan-swarm.yaml").allocation)
        let sheet = ReservationSheet(lan: Reference(0), of: allocation)
        let folder = try Scratch()
        try folder.write(String(sheet.text(in: .libvirt)), to: "home.xml")
        let outcome = try Program.run("virsh", ["-q", "-c", "test:///default", "net-define \(folder.path("home.xml")); net-dumpxml home"])
        let start = try #require(outcome.output.range(of: "<network"), "\(outcome.output)")
        let export = try ExportReader.read(Array(outcome.output[start.lowerBound...].utf8), file: "home.xml")
        let check = RouterCheck(of: export, against: [RouterDuties(sheet, lan: Reference(0))], in: allocation)
        #expect(check.format == .libvirt && check.isAboutThePlan && check.openCount == 0, "\(check.lans) \(outcome.output)")
        #expect(check.itemCount == 5, "the gateway, two slices, two nodes")
    }
}
