import NetPlan
import Router
import Testing
import XML

/// What is merged into a router's backup, and what is left alone. The files are made up, in the shape of real ones.
@Suite struct BackupTests {
    private static let opnsense = """
        <?xml version="1.0"?>
        <opnsense>
          <system><user uuid="u1"><password>$2y$11$secret</password></user></system>
          <!-- kept -->
          <interfaces>
            <wan><ipaddr>dhcp</ipaddr></wan>
            <opt3>
              <ipaddr>192.168.0.1</ipaddr>
              <subnet>24</subnet>
            </opt3>
          </interfaces>
          <dnsmasq version="1.0.9">
            <enable>1</enable>
            <hosts uuid="h1">
              <host>tv</host>
              <ip>192.168.0.20</ip>
              <hwaddr>AA:BB:CC:00:00:01,AA:BB:CC:00:00:02</hwaddr>
              <descr>a &amp; b</descr>
            </hosts>
            <hosts uuid="h2">
              <host>alias</host>
              <ip>192.168.0.11</ip>
            </hosts>
          </dnsmasq>
          <OPNsense>
            <Kea>
              <dhcp4 version="1.0.6">
                <subnets>
                  <subnet4 uuid="s1">
                    <subnet>192.168.0.0/24</subnet>
                    <pools>192.168.0.10 - 192.168.0.250</pools>
                  </subnet4>
                </subnets>
                <reservations/>
              </dhcp4>
            </Kea>
          </OPNsense>
        </opnsense>

        """

    private func merged(_ text: String, _ sheet: ReservationSheet, _ format: ReservationSheet.Format) throws -> String {
        var backup = try RouterBackup(Array(text.utf8))
        try backup.merge(sheet, as: format)
        return String(decoding: backup.bytes, as: UTF8.self)
    }

    private func refusal(_ text: String, _ sheet: ReservationSheet, _ format: ReservationSheet.Format) -> String? {
        do {
            var backup = try RouterBackup(Array(text.utf8))
            try backup.merge(sheet, as: format)
            return nil
        } catch { return error.sentence }
    }

    private func sheet(_ changes: KeyValuePairs<String, String> = [:]) throws -> ReservationSheet {
        try SampleSheet.of(changes.reduce(SampleSheet.plan) { $0.replacing($1.key, with: $1.value) })
    }

    @Test func `dnsmasq gets its entries on the LAN's own interface`() throws {
        let root = try XMLReader.read(Array(try merged(Self.opnsense, sheet(), .opnsense).utf8)).root
        let dnsmasq = try #require(root.child("dnsmasq"))
        #expect(
            dnsmasq.children("hosts").compactMap { $0.child("ip")?.text } == [
                "192.168.0.20", "192.168.0.11", "192.168.0.11", "192.168.0.150",
            ])
        #expect(dnsmasq.children("dhcp_ranges").map { $0.child("interface")?.text } == ["opt3", "opt3"])
        #expect(dnsmasq.children("dhcp_ranges").map { $0.child("end_addr")?.text } == ["192.168.0.149", "192.168.0.199"])
    }

    @Test(arguments: [ReservationSheet.Format.opnsense, .opnsenseKea, .opnsenseUnbound])
    func `Merging twice changes nothing more, and another plan takes the place of the first`(format: ReservationSheet.Format) throws {
        let once = try merged(Self.opnsense, sheet(), format)
        #expect(try merged(once, sheet(), format) == once)
        let other = try sheet(["printer: {address: 192.168.0.150": "copier: {address: 192.168.0.151"])
        #expect(try merged(once, other, format) == merged(Self.opnsense, other, format))
    }

    @Test func `Kea's subnet keeps its name, and its pools are the plan's`() throws {
        let root = try XMLReader.read(Array(try merged(Self.opnsense, sheet(), .opnsenseKea).utf8)).root
        let kea = try #require(root.child("OPNsense", "Kea", "dhcp4"))
        let subnets = kea.child("subnets")?.children ?? []
        #expect(subnets.map { $0.attribute("uuid") } == ["s1"])
        #expect(subnets.first?.child("pools")?.text == "192.168.0.100-192.168.0.149\n192.168.0.151-192.168.0.199")
        #expect(kea.child("reservations")?.children.map { $0.child("subnet")?.text } == ["s1", "s1"])
    }

    @Test func `A part that the router lacks is made`() throws {
        let bare = "<opnsense><interfaces><lan><ipaddr>192.168.0.1</ipaddr><subnet>24</subnet></lan></interfaces></opnsense>"
        for format in [ReservationSheet.Format.opnsense, .opnsenseKea, .opnsenseUnbound] {
            let text = try merged(bare, sheet(), format)
            #expect(text.contains("netplan-swarm lab/home: ds1"))
            #expect(try merged(text, sheet(), format) == text)
        }
    }

    @Test func `A reservation of the router's own that says the same is enough`() throws {
        let there = Self.opnsense.replacing("192.168.0.20", with: "192.168.0.11").replacing("AA:BB:CC:00:00:01", with: "DE:AD:AB:6B:D3:09")
        let text = try merged(there, sheet(), .opnsense)
        #expect(!text.contains("lab/home: ds1") && text.contains("lab/home: printer"))
    }

    @Test func `One that contradicts the plan stops it`() throws {
        for (old, new) in [("192.168.0.20", "192.168.0.11"), ("AA:BB:CC:00:00:02", "de:ad:ab:6b:d3:09")] {
            let sentence = refusal(Self.opnsense.replacing(old, with: new), try sheet(), .opnsense)
            #expect(sentence?.contains("contradicts 'ds1'") == true)
        }
    }

    @Test func `A range of the router's own that leases what it must not stops it`() throws {
        func range(_ first: String, _ last: String) -> String {
            Self.opnsense.replacing(
                "</dnsmasq>", with: "<dhcp_ranges><start_addr>\(first)</start_addr><end_addr>\(last)</end_addr></dhcp_ranges></dnsmasq>")
        }
        #expect(refusal(range("192.168.0.40", "192.168.0.60"), try sheet(), .opnsense) == nil)
        #expect(refusal(range("::1000", "::2000"), try sheet(), .opnsense) == nil)
        let sentence = refusal(range("192.168.0.200", "192.168.0.254"), try sheet(), .opnsense)
        #expect(sentence?.contains("holds 192.168.0.252, which must never be leased") == true)
        // Where the plan has no range, Kea's own pools stay, and are judged likewise.
        let noRanges = try sheet(["dhcp: {ranges: [192.168.0.100-192.168.0.199], ": "dhcp: {"])
        #expect(refusal(Self.opnsense, noRanges, .opnsenseKea)?.contains("must never be leased") == true)
    }

    @Test(arguments: [
        ("<opnsense/>", "interfaces"), ("<pfsense/>", "root"), ("<opnsense>", "XML"),
        ("<!DOCTYPE opnsense [<!ENTITY a 'b'>]><opnsense>&a;</opnsense>", "document type"), ("", "empty"),
    ])
    func `What is no backup is refused`(text: String, word: String) throws {
        #expect(refusal(text, try sheet(), .opnsense)?.contains(word) == true)
    }

    @Test func `No refusal repeats what the backup says`() throws {
        for text in [
            "<opnsense><a>&topsecret;</a></opnsense>", "<opnsense><topsecret></opnsense>", "<topsecret/>", "<opnsense a='topsecret' a=''/>",
        ] {
            let sentence = try #require(refusal(text, try sheet(), .opnsense))
            #expect(!sentence.contains("topsecret"))
        }
    }
}
