import Foundation
import NetPlan
import Router
import Testing

@testable import netplan_swarm

/// What the program writes for a router is read back with every item ticked; and one value changed is that one item, and no other.
@Suite struct RoundTripTests {
    static let formats: [ReservationSheet.Format] = [
        .opnsense, .opnsenseKea, .pfsense, .libvirt, .routeros, .openwrt, .vyos, .vyos15, .edgeos,
    ]

    /// The exports of a site: of each LAN that the router leases, in each format that can say it.
    static func exports(of allocation: Allocation) -> [(format: ReservationSheet.Format, lan: Reference<LAN>, text: String)] {
        allocation.plan.lans.references.filter { allocation.plan[$0].server == .router }.flatMap { lan in
            let sheet = ReservationSheet(lan: lan, of: allocation)
            // A LAN that nothing is asked of gives an empty file.
            guard !sheet.reservations.isEmpty || !sheet.leasable.isEmpty else {
                return [] as [(ReservationSheet.Format, Reference<LAN>, String)]
            }
            return formats.filter { sheet.obstacle(to: $0) == nil }.map { ($0, lan, String(sheet.text(in: $0))) }
        }
    }

    @Test(arguments: ExportSite.all)
    func `What is exported is all done`(site: ExportSite) throws {
        let allocation = try #require(try site.planned().allocation)
        for (format, lan, text) in Self.exports(of: allocation) {
            let check = try ExportSite.check(Array(text.utf8), lan, in: allocation)
            let sheet = ReservationSheet(lan: lan, of: allocation)
            #expect(check.openCount == 0, "\(format.rawValue), \(sheet.lan.name): \(check.lans[0].open) \(check.remarks)")
            #expect(check.isAboutThePlan, "\(format.rawValue), \(sheet.lan.name)")
            #expect(check.lans[0].remarks.isEmpty, "\(format.rawValue), \(sheet.lan.name): \(check.lans[0].remarks)")
            let ticked = check.lans[0].items.filter { [.exclusion, .reservation].contains($0.kind) }
            #expect(ticked.count == sheet.exclusions.count + sheet.reservations.count, "\(format.rawValue), \(sheet.lan.name)")
        }
    }

    @Test(arguments: ExportSite.all)
    func `Our own dhcpd.conf is all done`(site: ExportSite) throws {
        let planned = try site.planned()
        let allocation = try #require(planned.allocation)
        let text = Array(planned.files.filter { $0.emitter == "dhcpd" }.map(\.content).joined(separator: [0x0A]))
        guard !text.isEmpty else { return }
        for lan in allocation.plan.lans.references where allocation.plan[lan].server == .dhcpd {
            let check = try ExportSite.check(text, lan, in: allocation)
            // Hosts that stand in no group are told nothing of.
            let open = check.lans[0].open.filter { !$0.faults.allSatisfy { $0.kind == .missing } }
            #expect(open.isEmpty, "\(allocation.plan[lan].name): \(open)")
        }
    }

    /// One MAC changed: its reservation is open, and nothing else.
    @Test(arguments: ExportSite.all)
    func `One MAC changed is one thing open`(site: ExportSite) throws {
        let allocation = try #require(try site.planned().allocation)
        for (format, lan, text) in Self.exports(of: allocation) {
            for reservation in ReservationSheet(lan: lan, of: allocation).reservations.prefix(4) {
                let changed = text.replacingMAC(reservation.mac)
                let check = try ExportSite.check(Array(changed.utf8), lan, in: allocation)
                let open = check.lans[0].open
                #expect(open.map(\.name) == [reservation.name], "\(format.rawValue): \(reservation.name): \(open)")
                #expect(open.first?.faults.map(\.kind) == [.different])
                let line = try #require(open.first?.faults.first?.line)
                #expect(changed.line(line).contains("\(reservation.address)"), "\(format.rawValue): \(changed.line(line))")
            }
        }
    }

    /// One reservation moved to an address that nobody has: it is open, and nothing else.
    @Test(arguments: ExportSite.all)
    func `One address changed is one thing open`(site: ExportSite) throws {
        let allocation = try #require(try site.planned().allocation)
        for (format, lan, text) in Self.exports(of: allocation) {
            let (sheet, subnet) = (ReservationSheet(lan: lan, of: allocation), allocation.plan[lan].subnet)
            let taken = AddressSet(
                sheet.exclusions.map(\.range) + sheet.leasable + sheet.reservations.map { $0.address...$0.address }
                    + [subnet.first...subnet.first, subnet.last...subnet.last] + (sheet.lan.gateway.map { [$0...$0] } ?? []))
            guard let free = taken.lowestAbsent(in: subnet.range, from: subnet.first) else { continue }
            for reservation in sheet.reservations.prefix(4) {
                let changed = text.replacingWord("\(reservation.address)", by: "\(free)")
                let check = try ExportSite.check(Array(changed.utf8), lan, in: allocation)
                let open = check.lans[0].open
                #expect(open.map(\.name) == [reservation.name], "\(format.rawValue): \(reservation.name): \(open)")
            }
        }
    }

    /// A range's end moved into what follows it: that exclusion is open, with the range's line.
    @Test func `One range changed is one thing open`() throws {
        let site = try #require(ExportSite.all.first { $0.folder.hasSuffix("Fixtures/routers") })
        let allocation = try #require(try site.planned().allocation)
        for (format, lan, text) in Self.exports(of: allocation) where lan.index == 0 {
            let sheet = ReservationSheet(lan: lan, of: allocation)
            let last = try #require(sheet.leasable.last)
            let slice = try #require(sheet.exclusions.last { $0.note == "macvlan slice" })
            let changed: String
            if format == .openwrt {
                let count = Int(last.upperBound.bits - last.lowerBound.bits) + 1
                let more = Int(slice.range.lowerBound.bits - last.lowerBound.bits) + 1
                changed = text.replacing("'\(count)'", with: "'\(more)'")
            } else {
                changed = text.replacingWord("\(last.upperBound)", by: "\(slice.range.lowerBound)")
            }
            #expect(changed != text, "\(format.rawValue)")
            let check = try ExportSite.check(Array(changed.utf8), lan, in: allocation)
            let met = sheet.exclusions.filter { $0.range.overlaps(last.lowerBound...slice.range.lowerBound) }.map(\.name)
            #expect(check.lans[0].open.map(\.name) == met, "\(format.rawValue): \(check.lans[0].open)")
            let fault = try #require(check.lans[0].open.last?.faults.first)
            #expect(fault.kind == .leased && fault.line != nil)
        }
    }
}

extension String {
    /// With another last digit in a MAC, however it is written.
    fileprivate func replacingMAC(_ mac: MACAddress) -> String {
        let other = MACAddress(bits: mac.bits ^ 0x10)
        return [mac.description, mac.description.uppercased()].reduce(self) {
            $0.replacing($1, with: $1 == mac.description ? other.description : other.description.uppercased())
        }
    }

    /// Replaces a word that is not part of a longer one.
    fileprivate func replacingWord(_ word: String, by other: String) -> String {
        let parts = components(separatedBy: word)
        return parts.dropFirst().reduce(parts[0]) { text, part in
            let isPart = [part.first, text.last].contains { $0.map { $0.isNumber || $0 == "." } ?? false }
            return text + (isPart ? word : other) + part
        }
    }

    fileprivate func line(_ number: Int) -> String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        return number > 0 && number <= lines.count ? String(lines[number - 1]) : ""
    }
}
