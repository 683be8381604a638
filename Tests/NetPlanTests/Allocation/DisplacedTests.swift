import NetPlan
import Testing

/// A locked decision that the plan no longer allows, each sort with each cause.
struct DisplacedTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let lock: String
        let name: String
        /// A part of the reason.
        let why: String
        /// What is new in the plan.
        var lan = ""
        var pools = ""
        var nodes = ""
        var rest = ""
        /// The lock's line for the same thing once it was let go.
        let after: String

        var testDescription: String { "\(lock): \(why)" }

        var plan: String {
            """
            version: 1
            site: home
            pools: {\(pools)}
            lans:
              home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1\(lan)}
              other: {subnet: 10.9.0.0/24}
            nodes:
              ds1: {address: auto, lan: home, role: manager, also: {other: {address: auto}}}
              ds2: {address: 192.168.0.12, role: manager}
              ds3: {address: 192.168.0.13, role: manager}
            \(nodes)
            macvlans:
              pihole: {nodes: [ds1, ds2], lan: home, scope: local}
            overlays:
              proxy: {}
            services:
              dns: {network: pihole, nodes: [ds1], address: auto}
            \(rest)

            """
        }
    }

    @Test(arguments: [
        Row(lock: "overlay proxy 10.99.0.0/24", name: "proxy", why: "none of the overlay pools", after: "overlay proxy 10.201.0.0/24"),
        Row(lock: "overlay proxy 10.201.0.0/25", name: "proxy", why: "wants a /24", after: "overlay proxy 10.201.1.0/24"),
        Row(
            lock: "overlay proxy 10.201.5.0/24", name: "proxy", why: "external network vpn",
            rest: "external: {vpn: {subnet: 10.201.4.0/22}}", after: "overlay proxy 10.201.0.0/24"),
        Row(
            lock: "overlay proxy 10.201.5.0/24", name: "proxy", why: "Docker's own", pools: "ingress: 10.201.5.0/24",
            after: "overlay proxy 10.201.0.0/24"),
        Row(
            lock: "overlay proxy 10.201.5.0/24", name: "proxy", why: "Docker's own", pools: "docker: [{base: 10.201.4.0/22, size: 24}]",
            after: "overlay proxy 10.201.0.0/24"),
        Row(lock: "slice pihole ds1 192.168.0.248/29", name: "pihole/ds1", why: "wants a /30", after: "slice pihole ds1 192.168.0.244/30"),
        Row(
            lock: "slice pihole ds1 192.168.7.0/30", name: "pihole/ds1", why: "LAN home is 192.168.0.0/24",
            after: "slice pihole ds1 192.168.0.252/30"),
        Row(
            lock: "slice pihole ds1 192.168.0.200/30", name: "pihole/ds1", why: "DHCP range",
            lan: ", dhcp: {ranges: [192.168.0.202-192.168.0.220]}", after: "slice pihole ds1 192.168.0.252/30"),
        Row(
            lock: "slice pihole ds1 192.168.0.200/30", name: "pihole/ds1", why: "reserved", lan: ", reserved: [{range: 192.168.0.203}]",
            after: "slice pihole ds1 192.168.0.252/30"),
        Row(
            lock: "slice pihole ds1 192.168.0.200/30", name: "pihole/ds1", why: "DNS server", lan: ", dns: [192.168.0.201]",
            after: "slice pihole ds1 192.168.0.252/30"),
        Row(lock: "slice pihole ds1 192.168.0.0/30", name: "pihole/ds1", why: "gateway", after: "slice pihole ds1 192.168.0.252/30"),
        Row(
            lock: "slice pihole ds1 192.168.0.200/30", name: "pihole/ds1", why: "device tv",
            rest: "devices: {tv: {address: 192.168.0.200}}", after: "slice pihole ds1 192.168.0.252/30"),
        Row(
            lock: "slice pihole ds1 192.168.0.200/30", name: "pihole/ds1", why: "VIP front",
            rest: "vips: {front: {address: 192.168.0.203, nodes: {ds2: 1, ds3: 2}}}", after: "slice pihole ds1 192.168.0.252/30"),
        Row(
            lock: "slice pihole ds1 192.168.0.200/30", name: "pihole/ds1", why: "class",
            rest: "dhcp: {classes: {c: {mac-prefix: \"52:54:00\", range: 192.168.0.190-192.168.0.200}}}",
            after: "slice pihole ds1 192.168.0.252/30"),
        Row(lock: "slice pihole ds1 192.168.0.12/30", name: "pihole/ds1", why: "node ds2", after: "slice pihole ds1 192.168.0.252/30"),
        Row(lock: "address ds1 192.168.7.7", name: "ds1", why: "LAN home is", after: "address ds1 192.168.0.2"),
        Row(lock: "address ds1 192.168.0.255", name: "ds1", why: "broadcast", after: "address ds1 192.168.0.2"),
        Row(lock: "address ds1 192.168.0.0", name: "ds1", why: "network", after: "address ds1 192.168.0.2"),
        Row(lock: "address ds1 192.168.0.12", name: "ds1", why: "node ds2", after: "address ds1 192.168.0.2"),
        Row(
            lock: "address ds1 192.168.0.9", name: "ds1", why: "DHCP range", lan: ", dhcp: {ranges: [192.168.0.2-192.168.0.9]}",
            after: "address ds1 192.168.0.10"),
        Row(lock: "address ds1 other 10.8.0.9", name: "ds1", why: "LAN other is", after: "address ds1 other 10.9.0.1"),
        Row(
            lock: "address ds1 other 10.9.0.1", name: "ds1", why: "device tv", rest: "devices: {tv: {address: 10.9.0.1}}",
            after: "address ds1 other 10.9.0.2"),
        Row(
            lock: "slice pihole ds1 192.168.0.252/30\nservice dns ds1 192.168.0.255", name: "dns/ds1", why: "the slice of ds1",
            after: "service dns ds1 192.168.0.252"),
        Row(
            lock: "slice pihole ds1 192.168.0.252/30\nservice dns ds1 192.168.0.9", name: "dns/ds1", why: "the slice of ds1",
            after: "service dns ds1 192.168.0.252"),
    ])
    func whatNoLongerFitsIsSaidAndCanBeLetGo(_ row: Row) {
        let lock = Array("lock 1 home\n\(row.lock)\n".utf8)
        let run = Run(row.plan, lock: lock)
        let found = run.findings.filter { $0.diagnostic.rule == .lockDisplaced }
        #expect(run.errors.count == 1 && found.count == 1, "\(run.errors)")
        #expect(
            found.first.map {
                $0.diagnostic.message.contains(row.why) && $0.diagnostic.message.hasPrefix("an earlier run gave \(row.name) ")
            } ?? false,
            "\(run.errors)")
        #expect(found.first?.diagnostic.help?.contains("--displace \(row.name)") ?? false)
        let line = row.lock.split(separator: "\n").count + 1
        #expect(found.first?.related.first?.location.map { "\($0.file) \($0.mark.line)" } == "\(Run.lockFile) \(line)")
        #expect(found.first?.location?.file == Run.file)

        let moved = Run(row.plan, lock: lock, displacing: [row.name])
        #expect(moved.errors.isEmpty, "\(moved.errors)")
        let lines = lockLines(moved.allocation)
        #expect(lines.contains(row.after), "\(lines)")
        // The block that it had is kept back for it.
        if row.lock.hasPrefix("overlay") || row.lock.hasPrefix("slice"), row.name != "dns/ds1" {
            #expect(lines.contains("freed \(row.lock)"), "\(lines)")
        }
    }

    @Test func lettingAnotherThingGoHelpsNobody() {
        let row = Row(lock: "overlay proxy 10.99.0.0/24", name: "proxy", why: "", after: "")
        #expect(Run(row.plan, lock: Array("lock 1 home\n\(row.lock)\n".utf8), displacing: ["pihole/ds1"]).errors.count == 1)
    }

    @Test func whatStillFitsIsNotMovedByDisplacing() {
        let row = Row(lock: "overlay proxy 10.201.77.0/24", name: "proxy", why: "", after: "")
        let run = Run(row.plan, lock: Array("lock 1 home\n\(row.lock)\n".utf8), displacing: ["proxy"])
        #expect(lockLines(run.allocation).contains("overlay proxy 10.201.77.0/24"))
    }
}

/// The decisions in a lock's text.
func lockLines(_ allocation: Allocation?) -> [String] {
    String(decoding: allocation?.lock.text ?? [], as: UTF8.self).split(separator: "\n").map(String.init).filter {
        !$0.hasPrefix("#") && !$0.hasPrefix("lock ")
    }
}
