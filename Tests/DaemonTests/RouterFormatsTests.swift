import Foundation
import NetPlan
import Router
import Testing
import XML
import YAML

/// The routers' formats, judged by the programs that read them, or by what is behind those.
@Suite struct RouterFormatsTests {
    /// The files of one format, in every plan of the plugin's fixtures.
    private static func files(_ format: ReservationSheet.Format) throws -> [FileArtifact] {
        try Site.all(of: "Router").flatMap { try $0.files(of: "router") }.filter { $0.path.hasSuffix(".\(format.rawValue)") }
    }

    private static let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../schema/reservation-sheet.xsd").standardized.path

    @Test(.enabled(if: Program.isWanted("xmllint"), "xmllint is not installed (apt install libxml2-utils)"))
    func `The sheet's XML is what its schema says`() throws {
        let folder = try Scratch()
        let files = try Self.files(.xml)
        #expect(files.count >= 3)
        for file in files {
            try folder.write(String(decoding: file.content, as: UTF8.self), to: "sheet.xml")
            let outcome = try Program.run("xmllint", ["--noout", "--nonet", "--schema", Self.schema, folder.path("sheet.xml")])
            #expect(outcome.status == 0, "\(file.path): \(outcome.output)")
            // And the schema refuses what is none.
            for (old, new) in [("last=\"", "last=\"x"), ("version=\"1\"", "version=\"2\""), ("<exclusion", "<exclude")] {
                let wrong = String(decoding: file.content, as: UTF8.self).replacing(old, with: new, maxReplacements: 1)
                if wrong.utf8.elementsEqual(file.content) { continue }
                try folder.write(wrong, to: "wrong.xml")
                let judged = try Program.run("xmllint", ["--noout", "--nonet", "--schema", Self.schema, folder.path("wrong.xml")])
                #expect(judged.status != 0, "\(new) passed")
            }
        }
    }

    @Test(
        .enabled(if: Program.isWanted("xmllint"), "xmllint is not installed (apt install libxml2-utils)"), arguments: RouterBackup.formats)
    func `Every part of a configuration is XML`(format: ReservationSheet.Format) throws {
        let folder = try Scratch()
        let files = try Self.files(format)
        #expect(files.count >= 2)
        for file in files {
            try folder.write(String(decoding: file.content, as: UTF8.self), to: "part.xml")
            let outcome = try Program.run("xmllint", ["--noout", "--nonet", folder.path("part.xml")])
            #expect(outcome.status == 0, "\(file.path): \(outcome.output)")
        }
    }

    @Test(.enabled(if: Program.isWanted("virsh"), "virsh is not installed (apt install libvirt-clients)"))
    func `libvirt defines the network`() throws {
        let folder = try Scratch()
        let files = try Self.files(.libvirt)
        #expect(files.count >= 2)
        for file in files {
            try folder.write(String(decoding: file.content, as: UTF8.self), to: "network.xml")
            let defined = try Program.run("virsh", ["-q", "-c", "test:///default", "net-define", folder.path("network.xml")])
            #expect(defined.status == 0, "\(file.path): \(defined.output)")
            let valid = try Program.run("virt-xml-validate", [folder.path("network.xml"), "network"])
            #expect(valid.status == 0, "\(file.path): \(valid.output)")
        }
    }

    /// OPNsense hands pools and reservations to Kea as they are.
    @Test(.enabled(if: Program.isWanted("kea-dhcp4"), "kea-dhcp4 is not installed (apt install kea-dhcp4-server)"))
    func `Kea takes OPNsense's pools and reservations`() throws {
        let folder = try Scratch()
        for file in try Self.files(.opnsenseKea) {
            let root = try #require(try XMLReader.read(file.content).root.child("OPNsense", "Kea", "dhcp4"))
            let subnet = try #require(root.child("subnets", "subnet4"))
            let pools = (subnet.child("pools")?.text ?? "").split(separator: "\n").map { "{\"pool\": \"\($0)\"}" }
            let reservations = (root.child("reservations")?.children ?? []).map { entry in
                "{\"hw-address\": \"\(entry.child("hw_address")?.text ?? "")\", \"ip-address\": \"\(entry.child("ip_address")?.text ?? "")\", \"hostname\": \"\(entry.child("hostname")?.text ?? "")\"}"
            }
            #expect((root.child("reservations")?.children ?? []).allSatisfy { $0.child("subnet")?.text == subnet.attribute("uuid") })
            let text = """
                {"Dhcp4": {"interfaces-config": {"interfaces": []}, "lease-database": {"type": "memfile", "persist": false},
                 "subnet4": [{"id": 1, "subnet": "\(subnet.child("subnet")?.text ?? "")",
                  "pools": [\(pools.joined(separator: ", "))], "reservations": [\(reservations.joined(separator: ",\n"))]}]}}
                """
            try folder.write(text, to: "kea.conf")
            let kea = try #require(Program.find("kea-dhcp4"))
            let judged = try kea.run(
                ["-t", folder.path("kea.conf")], environment: ["KEA_PIDFILE_DIR": folder.url.path, "KEA_LOCKFILE_DIR": folder.url.path])
            #expect(judged.status == 0, "\(file.path): \(judged.output)")
        }
    }

    /// OPNsense and OpenWrt make such lines of ranges and hosts.
    @Test(.enabled(if: Program.isWanted("dnsmasq"), "dnsmasq is not installed (apt install dnsmasq-base)"))
    func `dnsmasq takes OPNsense's ranges and hosts`() throws {
        let folder = try Scratch()
        for file in try Self.files(.opnsense) {
            let dnsmasq = try #require(try XMLReader.read(file.content).root.child("dnsmasq"))
            func text(_ element: XMLElement, _ name: String) -> String { element.child(name)?.text ?? "" }
            var lines = dnsmasq.children("dhcp_ranges").map {
                "dhcp-range=\(text($0, "start_addr")),\(text($0, "end_addr")),\(text($0, "lease_time"))"
            }
            lines += dnsmasq.children("hosts").map { "dhcp-host=\(text($0, "hwaddr")),\(text($0, "ip")),\(text($0, "host"))" }
            try folder.write(
                lines.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }.joined(separator: "\n") + "\n", to: "dnsmasq.conf")
            let judged = try Program.run("dnsmasq", ["--test", "-C", folder.path("dnsmasq.conf")])
            #expect(judged.status == 0, "\(file.path): \(judged.output)")
        }
    }

    @Test(.enabled(if: Program.isWanted("xmllint"), "xmllint is not installed (apt install libxml2-utils)"))
    func `In canonical form, a merged backup is the backup and our lines`() throws {
        let folder = try Scratch()
        let (sheet, nothing) = (try Self.sheet(Self.plan), try Self.sheet(Self.emptyPlan))
        for (format, backup) in [
            (ReservationSheet.Format.opnsense, Self.opnsense), (.opnsenseUnbound, Self.opnsense), (.pfsense, Self.pfsense),
        ] {
            var router = try RouterBackup(Array(backup.utf8))
            try router.merge(sheet, as: format)
            try folder.write(backup, to: "old.xml")
            try folder.write(String(decoding: router.bytes, as: UTF8.self), to: "new.xml")
            let old = try canonical(folder.path("old.xml"))
            let new = try canonical(folder.path("new.xml"))
            // Whatever was there is there, in order.
            var rest = old[...]
            for line in new where line == rest.first { rest.removeFirst() }
            #expect(rest.isEmpty, "\(format): gone is \(rest.first ?? "")")
            #expect(new.count > old.count)
            var empty = try RouterBackup(router.bytes)
            try empty.merge(nothing, as: format)
            try folder.write(String(decoding: empty.bytes, as: UTF8.self), to: "back.xml")
            #expect(try canonical(folder.path("back.xml")) == old, "\(format): taken out again, it is not what it was")
        }
    }

    private func canonical(_ path: String) throws -> [Substring] {
        let outcome = try Program.run("xmllint", ["--nonet", "--c14n", path])
        #expect(outcome.status == 0, "\(outcome.output)")
        return outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    }

    private static func sheet(_ plan: String) throws -> ReservationSheet {
        var problems = Diagnostics()
        let document = try #require(YAMLReader.read(Array(plan.utf8), file: "plan", reporting: &problems))
        let allocation = Allocation.allocating(try #require(PlanReader.read(document, reporting: &problems).plan), reporting: &problems)
        return ReservationSheet(lan: Reference(0), of: allocation)
    }

    private static let plan = """
        version: 1
        site: lab
        lans:
          home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {ranges: [192.168.0.100-192.168.0.199]}}
        devices:
          printer: {address: 192.168.0.150, mac: "00:11:22:33:44:55"}
          scanner: {address: 192.168.0.51, mac: "00:11:22:33:44:66"}
        """

    /// The same LAN without anything in it.
    private static let emptyPlan = """
        version: 1
        site: lab
        lans:
          home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
        """

    /// In the shape of a real one: attributes, a comment, CDATA, references, an empty element, text of every kind.
    private static let opnsense = """
        <?xml version="1.0"?>
        <!-- before -->
        <opnsense>
          <theme>opnsense</theme>
          <sysctl version="1.0.0"><item><descr>a &lt;b&gt; "c" &amp; 'd' &#x20AC; é</descr><value/></item></sysctl>
          <interfaces><lan><if>igb0</if><ipaddr>192.168.0.1</ipaddr><subnet>24</subnet></lan></interfaces>
          <dnsmasq version="1.0.9">
            <enable>1</enable>
            <hosts uuid="h1" other='"x"'>
              <host>tv</host><ip>192.168.0.20</ip><hwaddr>aa:bb:cc:00:00:01</hwaddr>
            </hosts>
          </dnsmasq>
          <OPNsense><unboundplus version="1.0.15"><hosts><host uuid="o1"><hostname>nas</hostname></host>
          </hosts></unboundplus></OPNsense>
          <cert><crt><![CDATA[-----BEGIN & <END>-----]]></crt></cert>
        </opnsense>
        <?after all?>

        """

    private static let pfsense = """
        <?xml version="1.0"?>
        <pfsense>
        	<interfaces>
        		<lan>
        			<descr><![CDATA[LAN]]></descr>
        			<ipaddr>192.168.0.1</ipaddr>
        			<subnet>24</subnet>
        		</lan>
        	</interfaces>
        	<dhcpd>
        		<lan>
        			<range>
        				<from>192.168.0.100</from>
        				<to>192.168.0.149</to>
        			</range>
        			<staticmap>
        				<mac>aa:bb:cc:00:00:01</mac>
        				<ipaddr>192.168.0.20</ipaddr>
        				<descr><![CDATA[a &amp; b]]></descr>
        			</staticmap>
        		</lan>
        	</dhcpd>
        </pfsense>

        """
}
