import NetPlan
import Router
import Testing

/// What OpenWrt is told, read as libuci reads it.
@Suite struct OpenWrtTests {
    private func facts(_ package: UCIPackage, in subnet: Prefix<IPv4Address>) throws -> SheetFacts {
        var facts = SheetFacts()
        for name in package.order {
            let section = try #require(package.sections[name])
            let options = section.options
            if section.type == "host" {
                facts.add(mac: options["mac"] ?? "", address: options["ip"] ?? "")
                // What the init script prints into dnsmasq's configuration with commas between.
                #expect(!(options["name"] ?? ",").contains(","))
            } else {
                let start = subnet.first.bits + (try #require(UInt32(options["start"] ?? "")))
                let last = start + (try #require(UInt32(options["limit"] ?? ""))) - 1
                facts.ranges.append((IPv4Address(bits: start)...IPv4Address(bits: last)).text)
            }
        }
        return facts
    }

    @Test func `Sections come back, and merging them twice changes nothing`() throws {
        for seed in 0..<100 {
            var plan = RandomPlan(seed: UInt64(seed))
            guard let sheet = try? SampleSheet.of(plan.text()) else { continue }
            var package = UCIPackage()
            try package.merge(sheet.string(in: .openwrt))
            #expect(try facts(package, in: sheet.lan.subnet) == sheet.facts, "seed \(seed)")
            let once = package
            try package.merge(sheet.string(in: .openwrt))
            #expect(package == once)
        }
    }

    @Test func `The network's own section keeps what else it says`() throws {
        var package = UCIPackage()
        try package.merge("config dhcp 'lan'\n\toption interface 'lan'\n\toption start '10'\n\toption limit '240'\n\toption force '1'\n")
        try package.merge(try SampleSheet.of(SampleSheet.plan).string(in: .openwrt))
        #expect(package.sections["lan"]?.options["start"] == "100" && package.sections["lan"]?.options["force"] == "1")
    }

    @Test(arguments: [
        "config host 'a-b'", "option x 'y'", "config host 'a'\n\toption name 'x'y", "config host 'a'\n\toption name 'x", "config 'a.b'",
    ])
    func `The parser refuses what libuci would`(text: String) {
        var package = UCIPackage()
        #expect(throws: UCIPackage.Refused.self) { try package.merge(text) }
    }
}
