// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The names are those of the JSON that is read.

import Foundation
import NetPlan
import Testing

@testable import netplan_swarm

/// Route 53's change batches: within its limits, and sent by our script, with AWS's own client, to moto, which answers as Route 53 does.
@Suite
struct Route53Tests {
    private struct Batch: Decodable {
        let Changes: [Change]
    }

    private struct Change: Decodable {
        let Action: String
        let ResourceRecordSet: RecordSet
    }

    private struct RecordSet: Decodable {
        let Name, `Type`: String
        let SetIdentifier: String?
        let TTL: Int?
        let ResourceRecords: [[String: String]]

        var values: [String] { ResourceRecords.compactMap { $0["Value"] } }
    }

    /// What the plan says of a zone: values and time by name and type.
    private static func expected(_ allocation: Allocation, in zone: String) -> [String: [String]] {
        var sets: [String: [String]] = [:]
        func add(_ name: String, _ type: String, _ value: String) {
            if name == zone || name.hasSuffix(".\(zone)") { sets["\(name). \(type)", default: []].append(value) }
        }
        let records = allocation.resourceRecords()
        for record in records {
            switch record.value {
            case .address(let address): add(record.name.description, address.v4 == nil ? "AAAA" : "A", address.description)
            case .name(let target): add(record.name.description, "CNAME", "\(target).")
            // As Route 53's manual has it: a quote and a backslash behind a backslash, what is no ASCII by three octal digits.
            case .text(let text):
                let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("ä", with: "\\303\\244")
                add(record.name.description, "TXT", "\"\(quoted)\"")
            }
        }
        for (address, name) in records.pointers(in: allocation.plan) {
            let digits =
                switch address {
                case .v4(let address): address.description.split(separator: ".").reversed().joined(separator: ".") + ".in-addr"
                case .v6(let address): (0..<32).map { String((address.bits >> (4 * $0)) & 15, radix: 16) }.joined(separator: ".") + ".ip6"
                }
            add("\(digits).arpa", "PTR", "\(name).")
        }
        return sets.mapValues { $0.sorted() }
    }

    /// Python from the folder of tools that script/test makes: it has moto, and `aws` beside it.
    private static let tools = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../.build/tools/bin")
        .standardized

    private static let isWanted =
        ProcessInfo.processInfo.environment["CI"] != nil
        || FileManager.default.fileExists(atPath: tools.appending(path: "moto_server").path) && Program.find("jq") != nil

    /// What a site's zones hold in the end, by name and type.
    private static func brought(_ zones: [String], of site: HostName, by files: [FileArtifact]) throws -> [String: [String: [String]]] {
        let folder = try Scratch()
        for file in files { try folder.write(String(decoding: file.content, as: UTF8.self), to: file.path) }
        let driver = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "route53.py").path
        let python = Program(path: tools.appending(path: "python").path)
        let path = "\(tools.path):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"
        let outcome = try python.run([driver, folder.path(""), site.description] + zones, environment: ["PATH": path])
        #expect(outcome.status == 0, "\(outcome.output)")
        return try JSONDecoder().decode(
            [String: [String: [String]]].self, from: Data(contentsOf: URL(fileURLWithPath: folder.path("result"))))
    }

    private static let reason: Comment = "moto, aws or jq is not installed (script/test does it)"

    @Test(.enabled(if: isWanted, reason), arguments: Site.all(of: "DNS"))
    func `A hosted zone is brought to what the plan says`(site: Site) throws {
        let planned = try site.planned()
        let files = planned.files.filter { $0.emitter == "route53" }
        guard let allocation = planned.allocation, !files.isEmpty else { return }
        let all = Set(files.map { $0.path.split(separator: "/").map(String.init) }.filter { $0.count == 3 }.map { $0[1] }).sorted()
        // Each takes seconds: of an example, its domain alone.
        let zones = site.isExample ? all.filter { $0 == allocation.plan.domain.description } : all
        let found = try Self.brought(zones, of: allocation.plan.site, by: files)
        for zone in zones {
            var expected = Self.expected(allocation, in: zone)
            expected["somebody.\(zone). A"] = ["192.0.2.1"]
            #expect(found[zone] == expected, "\(zone)")
        }
    }

    /// Two of the plan's zones in one hosted zone: what is brought to one leaves the other.
    @Test(.enabled(if: isWanted, reason)) func `A hosted zone may hold several of the plan's`() throws {
        let site = try #require(Site.all(of: "DNS").first { $0.folder.hasSuffix("Fixtures/route53") })
        let files = try site.files(of: "route53")
        let folder = try Scratch()
        for file in files { try folder.write(String(decoding: file.content, as: UTF8.self), to: file.path) }
        try folder.write("#!/bin/sh\ncat there\n", to: "bin/aws")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/aws"))
        let set = { (name: String) in
            """
            {"Name": "\(name).", "Type": "A", "SetIdentifier": "netplan-swarm dotted", "Weight": 1, "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]}
            """
        }
        let there = ["\\\\052.wild.example.com", "backup.example.com", "gone.backup.example.com", "gone.example.com"].map(set)
        try folder.write("{\"ResourceRecordSets\": [\(there.joined(separator: ", "))]}", to: "there")
        let run = "cd '\(folder.path(""))' && PATH=$PWD/bin:$PATH sh route53/apply.sh Z1 backup.example.com"
        #expect(try Program.run("sh", ["-c", run]).output == "- gone.backup.example.com. A\n+ backup.example.com. A\n")
    }

    @Test func `Each batch is within the limits`() throws {
        let devices = (0..<1500).map { "  d\($0): {address: 10.1.\(8 + $0 / 250).\(1 + $0 % 250)}" }.joined(separator: "\n")
        let texts = (0..<20).map { "\"\(String(repeating: "x", count: 700))\($0)\"" }.joined(separator: ", ")
        let plan = """
            version: 1
            site: home
            pools: {swarm: {base: 172.24.0.0/14, size: 24}}
            lans:
              home: {subnet: 10.1.0.0/16}
            devices:
            \(devices)
            dns:
              records:
                - {name: one.home.arpa, type: TXT, values: [\(texts)]}
                - {name: two.home.arpa, type: TXT, values: [\(texts)]}
            outputs: {route53: {}}
            """
        let batches = try Site.files(of: "route53", in: plan).filter { $0.path.hasSuffix(".json") }
        var count = 0
        for batch in batches {
            let sets = try JSONDecoder().decode(Batch.self, from: Data(batch.content)).Changes.map { change in
                #expect(change.Action == "UPSERT")
                return change.ResourceRecordSet
            }
            count += sets.count
            // An UPSERT counts twice.
            #expect(sets.reduce(0) { $0 + 2 * $1.values.count } <= 1000, "\(batch.path)")
            #expect(sets.reduce(0) { $0 + $1.values.reduce(0) { $0 + 2 * $1.utf8.count } } <= 32_000, "\(batch.path)")
        }
        #expect(count == 3002 && batches.count < 20, "\(batches.map(\.path))")
    }
}
