import NetPlan
import Router
import Testing

/// What VyOS of each version, and EdgeOS, are told.
@Suite struct VyOSTests {
    static let formats: [ReservationSheet.Format] = [.vyos, .vyos15, .edgeos]

    @Test(arguments: formats)
    func `Commands come back, and pasting them twice changes nothing`(format: ReservationSheet.Format) throws {
        for seed in 0..<100 {
            var plan = RandomPlan(seed: UInt64(seed))
            guard let sheet = try? SampleSheet.of(plan.text()) else { continue }
            var device = VyOSDevice(format)
            try device.run(sheet.string(in: format))
            #expect(try device.commit(in: sheet.lan.subnet) == sheet.facts, "seed \(seed)")
            let once = device
            try device.run(sheet.string(in: format))
            #expect(device == once)
        }
    }

    @Test(arguments: formats)
    func `Ranges of before do not stay beside the new ones`(format: ReservationSheet.Format) throws {
        var device = VyOSDevice(format)
        try device.run(try SampleSheet.of(SampleSheet.plan).string(in: format))
        let later = try SampleSheet.of(SampleSheet.plan.replacing("192.168.0.100-192.168.0.199", with: "192.168.0.60-192.168.0.69"))
        try device.run(later.string(in: format))
        #expect(try device.commit(in: later.lan.subnet) == later.facts)
    }

    @Test(arguments: [
        "set service dhcp-server shared-network-name a subnet 10.0.0.0/24 range 0 start 'x'",
        "set service dhcp-server shared-network-name a subnet 10.0.0.0/24 static-mapping a;b mac 'de:ad:ab:00:00:01'",
        "set service dhcp-server shared-network-name a subnet 10.0.0.0/24 static-mapping a mac-address 'de:ad:ab:00:00:01'",
        "set service dhcp-server shared-network-name a subnet 10.0.0.0/24 default-router '10.0.0.1'",
    ])
    func `The parser refuses what VyOS 1.5 would`(line: String) {
        var device = VyOSDevice(.vyos15)
        #expect(throws: VyOSDevice.Refused.self) { try device.run(line) }
    }
}
