import Foundation
import NetPlan
import Router
import Testing
import XML

/// The sheet's own forms, and those for programs that read data: whatever a note says comes back, or was refused with the plan.
@Suite struct SheetFormsTests {
    /// The sheets of random plans, and the note that was written into each.
    static let sheets: [(seed: Int, note: String, sheet: ReservationSheet)] = (0..<400).compactMap { seed in
        var plan = RandomPlan(seed: UInt64(seed))
        guard let sheet = try? SampleSheet.of(plan.text()) else { return nil }
        return (seed, plan.note, sheet)
    }

    @Test func `Most random plans are good, and those with what XML forbids are refused`() throws {
        #expect(Self.sheets.count > 250)
        #expect(!Self.sheets.contains { $0.note.contains("\u{FFFE}") })
        for (_, note, sheet) in Self.sheets { #expect(sheet.exclusions.contains { $0.note == note }) }
    }

    private func exclusions(_ sheet: ReservationSheet) -> [[String]] {
        sheet.exclusions.map { [$0.name, "\($0.range.lowerBound)", "\($0.range.upperBound)", $0.note] }
    }

    @Test func `XML comes back`() throws {
        for (seed, _, sheet) in Self.sheets {
            let root = try XMLReader.read(sheet.text(in: .xml).bytes).root
            let read = root.children("exclusion").map { element in
                ["name", "first", "last"].map { element.attribute($0) ?? "" } + [element.text]
            }
            #expect(read == exclusions(sheet), "seed \(seed)")
            #expect(root.children("reservation").count == sheet.reservations.count)
        }
    }

    @Test func `JSON comes back`() throws {
        // Foundation takes U+FEFF off the start of a string that it reads.
        for (seed, note, sheet) in Self.sheets where !note.contains("\u{FEFF}") {
            let read = try JSONSerialization.jsonObject(with: Data(sheet.text(in: .json).bytes)) as? [String: Any]
            let list = read?["exclusions"] as? [[String: String]] ?? []
            #expect(list.map { entry in ["name", "first", "last", "note"].map { entry[$0] ?? "" } } == exclusions(sheet), "seed \(seed)")
        }
    }

    @Test func `CSV comes back, and no cell is a formula`() throws {
        for (seed, _, sheet) in Self.sheets {
            let rows = Self.rows(sheet.string(in: .csv)).dropFirst().filter { $0.first == "exclusion" }
            for cell in rows.joined() { #expect(!["=", "+", "-", "@"].contains(cell.prefix(1)), "seed \(seed): \(cell)") }
            let read = rows.map { row in [row[1], row[3], row[4], Self.defused(row[5])] }
            #expect(read == exclusions(sheet), "seed \(seed)")
        }
    }

    @Test func `Markdown comes back`() throws {
        for (seed, note, sheet) in Self.sheets {
            let table = sheet.string(in: .markdown).split(separator: "\n").filter {
                $0.hasPrefix("| 10.20.5.") && $0.contains(" | reserved | ")
            }
            let cell = try #require(
                table.first?.firstRange(of: " | reserved | ").map { table[0][$0.upperBound...].dropLast(2) }, "seed \(seed)")
            #expect(Self.unescaped(cell) == note, "seed \(seed)")
        }
    }

    @Test func `UniFi's objects come back`() throws {
        for (seed, _, sheet) in Self.sheets where sheet.obstacle(to: .unifi) == nil {
            let read = try JSONSerialization.jsonObject(with: Data(sheet.text(in: .unifi).bytes)) as? [String: Any]
            var facts = SheetFacts()
            for user in read?["users"] as? [[String: Any]] ?? [] {
                facts.add(mac: user["mac"] as? String ?? "", address: user["fixed_ip"] as? String ?? "")
            }
            #expect(facts.reservations == sheet.facts.reservations, "seed \(seed)")
            // The one range is one of the plan's, and what is lost is the rest.
            let network = read?["networkconf"] as? [String: Any]
            let taken = (network?["dhcpd_start"] as? String).map { "\($0)-\(network?["dhcpd_stop"] as? String ?? "")" }
            let set = AddressSet(sheet.leasable)
            let largest = set.ranges.map(\.addressCount).max() ?? 0
            #expect(
                taken.map { text in set.ranges.contains { $0.addressCount == largest && "\($0.lowerBound)-\($0.upperBound)" == text } }
                    ?? set.isEmpty)
            #expect(read?["lost_addresses"] as? Int == set.count - largest)
            #expect(sheet.shortfalls(in: .unifi).isEmpty == (set.count == largest))
        }
    }

    @Test func `Technitium's arguments come back`() throws {
        for (seed, _, sheet) in Self.sheets where sheet.obstacle(to: .technitium) == nil {
            var arguments: [String: String] = [:]
            for pair in sheet.string(in: .technitium).replacing("\n", with: "").split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                arguments[String(parts[0])] = String(parts[1]).removingPercentEncoding
            }
            func addresses(_ name: String) -> [IPv4Address] {
                (arguments[name] ?? "").split(separator: "|").compactMap { IPv4Address(String($0)) }
            }
            let ends = addresses("exclusions")
            let excluded = AddressSet(stride(from: 0, to: ends.count, by: 2).map { ends[$0]...ends[$0 + 1] })
            let range = try #require(addresses("startingAddress").first)...(try #require(addresses("endingAddress").first))
            var facts = SheetFacts(ranges: excluded.gaps(in: range).map(\.text))
            let leases = (arguments["reservedLeases"] ?? "").split(separator: "|").map(String.init)
            for index in stride(from: 0, to: leases.count, by: 4) { facts.add(mac: leases[index + 1], address: leases[index + 2]) }
            #expect(facts == sheet.facts, "seed \(seed)")
        }
    }

    @Test func `Windows' rows come back`() throws {
        for (seed, _, sheet) in Self.sheets where sheet.obstacle(to: .windows) == nil {
            let rows = Self.rows(sheet.string(in: .windows)).dropFirst()
            func ranges(_ kind: String) -> [AddressRange<IPv4Address>] {
                rows.filter { $0[0] == kind }.compactMap { row in
                    IPv4Address(row[2]).flatMap { first in IPv4Address(row[3]).map { first...$0 } }
                }
            }
            var facts = SheetFacts(ranges: ranges("scope").flatMap { AddressSet(ranges("exclusion")).gaps(in: $0) }.map(\.text))
            for row in rows where row[0] == "reservation" { facts.add(mac: row[6], address: row[4]) }
            #expect(facts == sheet.facts, "seed \(seed)")
        }
    }

    @Test func `IOS leases what is left, and its pools come back`() throws {
        let forms = [
            #"ip dhcp excluded-address [\d.]+( [\d.]+)?"#, #"ip dhcp pool [a-z0-9.-]+"#, #" network [\d.]+ [\d.]+"#,
            #" host [\d.]+ [\d.]+"#,
            #" client-identifier 01[0-9a-f]{2}(\.[0-9a-f]{4}){2}\.[0-9a-f]{2}"#, #" client-name [a-z0-9-]+"#, #" default-router [\d.]+"#,
            #" dns-server [\d.]+( [\d.]+)*"#, #" domain-name [a-z0-9.-]+"#, #" lease \d+ \d+ \d+"#,
        ]
        let known = try Regex("(" + forms.joined(separator: "|") + ")")
        for (seed, _, sheet) in Self.sheets where sheet.obstacle(to: .ios) == nil {
            var (excluded, hosts, facts): ([AddressRange<IPv4Address>], [String], SheetFacts) = ([], [], SheetFacts())
            var subnet: Prefix<IPv4Address>?
            for line in sheet.string(in: .ios).split(separator: "\n") where !line.hasPrefix("!") {
                #expect(line.wholeMatch(of: known) != nil, "\(line)")
                let words = line.split(separator: " ").map(String.init)
                if words[0] == "network" { subnet = sheet.lan.subnet }
                if words[0] == "host" { hosts.append(words[1]) }
                if words[0] == "client-identifier" {
                    let digits = words[1].replacing(".", with: "").dropFirst(2)
                    facts.add(
                        mac: stride(from: 0, to: 12, by: 2).map { String(digits.dropFirst($0).prefix(2)) }.joined(separator: ":"),
                        address: hosts.last ?? "")
                }
                if words.contains("excluded-address"), let first = IPv4Address(words[3]), let last = IPv4Address(words[words.count - 1]) {
                    excluded.append(first...last)
                }
            }
            if let subnet, let first = subnet.first.next, let last = subnet.last.previous {
                facts.ranges = AddressSet(excluded).gaps(in: first...last).map(\.text)
            }
            #expect(facts == sheet.facts, "seed \(seed)")
        }
    }

    /// RFC 4180.
    private static func rows(_ text: String) -> [[String]] {
        var (rows, row, cell, isQuoted): ([[String]], [String], String, Bool) = ([], [], "", false)
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"" where isQuoted && rest.first == "\"":
                cell.unicodeScalars.append("\"")
                rest.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: (row, cell) = (row + [cell], "")
            case "\n" where !isQuoted: (rows, row, cell) = (rows + [row + [cell]], [], "")
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    /// Without the apostrophe that keeps a spreadsheet from taking it for a formula.
    private static func defused(_ cell: String) -> String {
        let formula = cell.drop { $0 == "'" }
        return cell.hasPrefix("'") && ["=", "+", "-", "@"].contains(formula.prefix(1)) ? String(cell.dropFirst()) : cell
    }

    private static func unescaped(_ text: some StringProtocol) -> String {
        var (result, isEscaped) = ("", false)
        for scalar in text.unicodeScalars {
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.unicodeScalars.append(scalar)
                isEscaped = false
            }
        }
        return result
    }
}
