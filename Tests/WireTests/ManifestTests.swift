import Testing

@testable import NetPlan
@testable import Wire

@Suite struct ManifestTests {
    @Test func whatIsWrittenIsRead() throws {
        let manifest = try Samples.manifest()
        #expect(try JSON.manifest(reading: JSON.manifest(manifest)) == manifest)
    }

    @Test func hasTheContractsKeys() throws {
        let text = String(decoding: JSON.manifest(try Samples.manifest()), as: UTF8.self)
        let entry = """
                {
                  "path": "router/home/reservations.csv",
                  "emitter": "router",
                  "node": null,
                  "sha256": "\(Samples.hash)",
                  "mode": "0644",
                  "installPath": null,
                  "ownership": "file",
                  "check": null,
                  "reload": null
                }
            """
        #expect(text.contains(entry))
        #expect(text.contains("\"check\": {\n        \"builtin\": \"hosts\"\n      }"))
    }

    @Test func aNewerOneIsRefused() {
        let error = #expect(throws: WireError.self) { try JSON.manifest(reading: Array(#"{"schemaVersion": 2, "things": []}"#.utf8)) }
        #expect(error?.reason.contains("newer") == true)
    }

    @Test(arguments: [
        "", "/etc/passwd", "..", "../x", "a/../b", "a/./b", ".", "a//b", "a/", "a\\\\b", "a\\u0000b", "a\\nb", "a\\u007f", "\\u009b31m",
        "\u{202E}",
        "manifest.json", "MANIFEST.JSON", "manifest.json/x", ".netplan-swarm/journal", ".Netplan-Swarm/x",
    ])
    func aPathThatLeadsAwayIsRefused(path: String) throws {
        let text = String(decoding: JSON.manifest(try Samples.manifest()), as: UTF8.self)
        let changed = text.split(separator: "\"router/home/reservations.csv\"", omittingEmptySubsequences: false).joined(
            separator: "\"\(path)\"")
        #expect(changed != text)
        let error = #expect(throws: WireError.self) { try JSON.manifest(reading: Array(changed.utf8)) }
        #expect(error?.reason.contains("path") == true)
        #expect(error?.reason.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) } == false)
    }

    @Test(arguments: [
        ("\"0644\"", "\"4755\""), ("\"0644\"", "\"644\""), ("\"0644\"", "\"0999\""), ("\"0644\"", "420"),
        ("\"/etc/hosts\"", "\"/etc/../hosts\""),
        ("\"/etc/hosts\"", "\"etc/hosts\""), ("\"block\"", "\"all\""), ("\"ds1\"", "\"d s\""), ("\"home\"", "\"\""),
        ("\"hosts\"", "\"a\\u001b\""),
        ("\"systemctl\"", "7"), ("\"-t\"", "\"\""), (Samples.hash, "abc"), ("\"dhcpd/dhcpd.conf\"", "\"hosts/ds1/hosts\""),
        ("\"schemaVersion\": 1", "\"schemaVersion\": 0"),
        ("\"schemaVersion\": 1", "\"schemaVersion\": 1e400"), ("\"schemaVersion\": 1", "\"schemaVersion\": null"),
        ("\"sha256\"", "\"sha\""),
    ])
    func aValueThatIsNotOursIsRefused(old: String, new: String) throws {
        let text = String(decoding: JSON.manifest(try Samples.manifest()), as: UTF8.self)
        let changed = text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
        #expect(changed != text)
        #expect(throws: WireError.self) { try JSON.manifest(reading: Array(changed.utf8)) }
    }

    @Test func noBytesTrapIt() throws {
        var random = SystemRandomNumberGenerator()
        let whole = JSON.manifest(try Samples.manifest())
        for end in whole.indices.dropLast() { #expect(throws: WireError.self) { try JSON.manifest(reading: Array(whole[..<end])) } }
        for _ in 0..<500 {
            var bytes = whole
            for _ in 0..<4 { bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            _ = try? JSON.manifest(reading: bytes)
        }
        for text in [
            "[]", "null", "7", "{}", String(repeating: "[", count: 100_000), "{\"schemaVersion\":1,\"site\":\"a\",\"artifacts\":{}}",
        ] {
            #expect(throws: WireError.self) { try JSON.manifest(reading: Array(text.utf8)) }
        }
    }
}
