import NetPlan
import Router
import Testing

/// What RouterOS is told, run on what behaves as RouterOS does where its manual says how.
@Suite struct RouterOSTests {
    private func facts(_ device: RouterOSDevice) -> SheetFacts {
        var facts = SheetFacts()
        let pool = device.tables["/ip dhcp-server"]?.first?["address-pool"]
        let ranges = device.tables["/ip pool"]?.first { $0["name"] == pool }?["ranges"]
        facts.ranges = ranges?.split(separator: ",").map(String.init) ?? []
        for lease in device.tables["/ip dhcp-server lease"] ?? [] {
            facts.add(mac: lease["mac-address"] ?? "", address: lease["address"] ?? "")
        }
        return facts
    }

    @Test func `A script run once or twice leaves the same`() throws {
        let sheet = try SampleSheet.of(SampleSheet.plan)
        let script = try RouterOSScript(sheet.string(in: .routeros))
        var device = RouterOSDevice(server: "home")
        try device.run(script)
        #expect(facts(device) == sheet.facts)
        #expect(device.tables["/ip dhcp-server network"]?.first?["domain"] == "home.arpa")
        let first = device
        try device.run(script)
        #expect(device == first)
    }

    @Test func `What left the plan leaves the router, and what is another's stays`() throws {
        var device = RouterOSDevice(server: "home")
        device.tables["/ip dhcp-server lease"] = [
            ["address": "192.168.0.33", "mac-address": "00:00:00:00:00:33", "comment": "the TV"],
            ["address": "192.168.0.160", "mac-address": "00:11:22:33:44:55", "dynamic": "yes"],
        ]
        try device.run(try RouterOSScript(try SampleSheet.of(SampleSheet.plan).string(in: .routeros)))
        let leases = try #require(device.tables["/ip dhcp-server lease"])
        #expect(leases.map { $0["address"] } == ["192.168.0.33", "192.168.0.11", "192.168.0.150"])

        let later = SampleSheet.plan.replacing("printer: {address: 192.168.0.150", with: "copier: {address: 192.168.0.151")
        try device.run(try RouterOSScript(try SampleSheet.of(later).string(in: .routeros)))
        #expect(device.tables["/ip dhcp-server lease"]?.map { $0["address"] } == ["192.168.0.33", "192.168.0.11", "192.168.0.151"])
        #expect(device.printed.isEmpty)
    }

    @Test func `A lease of the router's own that is in the way is named, and the rest goes on`() throws {
        var device = RouterOSDevice(server: "home")
        device.tables["/ip dhcp-server lease"] = [["address": "192.168.0.7", "mac-address": "DE:AD:AB:6B:D3:09"]]
        try device.run(try RouterOSScript(try SampleSheet.of(SampleSheet.plan).string(in: .routeros)))
        #expect(device.printed == ["ds1 was not added: another lease has its MAC or its address"])
        #expect(device.tables["/ip dhcp-server lease"]?.map { $0["address"] } == ["192.168.0.7", "192.168.0.150"])
    }

    @Test func `Without a server of that name, nothing is touched`() throws {
        var device = RouterOSDevice(server: "defconf")
        let before = device
        #expect(throws: RouterOSScript.Refused.self) {
            try device.run(try RouterOSScript(try SampleSheet.of(SampleSheet.plan).string(in: .routeros)))
        }
        #expect(device == before)
    }

    @Test(arguments: [
        ":put \"a $b\"", "/ip pool add name=a b ranges=x;", "/ip pool add name=\"a", "/ip pool add name=[reboot", ":do { :put \"x\"",
        "/ip pool set [find where name=\"a\"]]", "/ip pool add name=\u{E9}",
    ])
    func `The parser refuses what RouterOS would`(line: String) {
        #expect(throws: RouterOSScript.Refused.self) { try RouterOSScript(line) }
    }

    @Test func `Random plans come back`() throws {
        for seed in 0..<100 {
            var plan = RandomPlan(seed: UInt64(seed))
            guard let sheet = try? SampleSheet.of(plan.text()) else { continue }
            var device = RouterOSDevice(server: sheet.lan.name.description)
            let script = try RouterOSScript(sheet.string(in: .routeros))
            for _ in 0..<2 { try device.run(script) }
            #expect(facts(device) == sheet.facts, "seed \(seed)")
        }
    }
}
