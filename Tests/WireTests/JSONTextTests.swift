import Foundation
import Testing

@testable import Wire

/// One key of an object changes, and every other byte stays.
@Suite struct JSONTextTests {
    private static func set(_ text: String, _ key: String, _ value: String) throws -> String {
        var json = try JSONText(reading: Array(text.utf8))
        try json.set(key, to: Array(value.utf8))
        return String(decoding: json.text, as: UTF8.self)
    }

    private static func remove(_ text: String, _ key: String) throws -> String {
        var json = try JSONText(reading: Array(text.utf8))
        try json.remove(key)
        return String(decoding: json.text, as: UTF8.self)
    }

    @Test func `A key gets a value`() throws {
        #expect(try Self.set("", "a", "1") == "{\n  \"a\": 1\n}\n")
        #expect(try Self.set("{}", "a", "1") == "{\n  \"a\": 1}")
        #expect(try Self.set("{ \"b\" : [1, 2]\n}\n", "a", "1") == "{ \"b\" : [1, 2],\n  \"a\": 1\n}\n")
        #expect(try Self.set("{\n\t\"a\": {\"x\": 1},\n\t\"b\": \"y\"\n}", "a", "[]") == "{\n\t\"a\": [],\n\t\"b\": \"y\"\n}")
    }

    @Test func `A key goes, with one comma`() throws {
        #expect(try Self.remove("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n", "a") == "{\n  \"b\": 2,\n  \"c\": 3\n}\n")
        #expect(try Self.remove("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n", "b") == "{\n  \"a\": 1,\n  \"c\": 3\n}\n")
        #expect(try Self.remove("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "b") == "{\n  \"a\": 1\n}\n")
        #expect(try Self.remove("{\n  \"a\": 1\n}\n", "a") == "{\n}\n")
        #expect(try Self.remove("{}", "a") == "{}")
    }

    @Test(
        arguments: [
            "[]", "{", "{\"a\"}", "{\"a\": }", "{\"a\": 1,}", "{\"a\": 1} x", "{\"a\": tru}", "{\"a\": 1, \"a\": 2}", "{'a': 1}",
            "{\"a\": \"x}",
            "{\"a\": \"\n\"}", "nul", "{\"a\": 0x1}", "{\"a\": +1}", "{\"a\": nan}", "{\"a\": 01}", "{\"a\": 1.}", "{\"a\": -}",
            "{\"a\": .5}", "{\"a\": inf}", "{\"a\": \"x\\", "{\"a\" 1}",
            "{\"a\": [1 2]}",
            "{\"a\": [1,]}", "\u{FEFF}{}",
        ] + [String(repeating: "{\"a\":", count: 100_000)])
    func `What is no object is refused`(text: String) {
        #expect(throws: WireError.self) { try JSONText(reading: Array(text.utf8)) }
    }

    /// Foundation is the judge: what it takes is taken, with the same members, and changed it still is JSON.
    @Test func `Foundation reads the same`() throws {
        let text = #"{"data-root": "/srv/\u00e4 \"x\"", "n": [-1.5e3, 0, true, null, {"a": {}}], "": [], "log-opts": {"max-size": "10m"}}"#
        let json = try JSONText(reading: Array(text.utf8))
        let known = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(Set(json.members.map(\.key)) == Set(known.keys))
        for member in json.members {
            let rest = try Self.remove(text, member.key)
            let other = try #require(try JSONSerialization.jsonObject(with: Data(rest.utf8)) as? [String: Any])
            #expect(Set(other.keys) == Set(known.keys).subtracting([member.key]), "\(rest)")
            let changed = try Self.set(text, member.key, "[1]")
            let third = try #require(try JSONSerialization.jsonObject(with: Data(changed.utf8)) as? [String: Any])
            #expect(third[member.key] as? [Int] == [1] && third.count == known.count, "\(changed)")
        }
    }
}
