import Testing
import XML

/// What anybody may have written is read, or refused with the line, and never more than that.
@Suite struct XMLReaderTests {
    private func read(_ text: String, _ limits: XMLLimits = XMLLimits()) throws -> XMLDocument {
        try XMLReader.read(Array(text.utf8), limits: limits)
    }

    private func fault(_ text: String, _ limits: XMLLimits = XMLLimits()) -> XMLFault? {
        do {
            _ = try XMLReader.read(Array(text.utf8), limits: limits)
            return nil
        } catch { return error }
    }

    @Test func `A document becomes values, with the line of each element`() throws {
        let document = try read(
            "<?xml version=\"1.0\"?>\n<!-- ours --><a x='1' y='&lt;&#x41;'>\n <b>t &amp; <![CDATA[<u>]]></b>\n <b/>\n</a>\n<?style x?>")
        #expect(document.root.name == "a" && document.root.line == 2)
        #expect(document.root.attribute("x") == "1" && document.root.attribute("y") == "<A")
        #expect(document.root.children("b").map(\.text) == ["t & <u>", ""])
        #expect(document.root.children.map(\.line) == [3, 4])
        #expect(document.before.count == 1 && document.after.count == 1)
    }

    @Test func `Prefixes and the declarations of namespaces stay`() throws {
        let root = try read("<a xmlns='urn:a' xmlns:x='urn:x'><x:b x:c='1'/></a>").root
        #expect(root.attribute("xmlns") == "urn:a" && root.attribute("xmlns:x") == "urn:x")
        #expect(root.child("x:b")?.attribute("x:c") == "1")
        #expect(try read("<x:a x:b='1'/>").root.attribute("x:b") == "1")
    }

    @Test(arguments: [
        ("", "the file is empty", nil as Int?), ("  ", "it does not start with '<'", 1), ("x", "it does not start with '<'", 1),
        ("<a>\n<b>\n</a>", "a tag is not closed, or closed in the wrong order", 3),
        ("<a>\n&secret;</a>", "an entity that XML does not know: a plain '&' is written '&amp;'", 2),
        ("<a>fish & chips</a>", "a name or a ';' is missing: a plain '&' is written '&amp;'", 1),
        ("<a b='1' b='2'/>", "an attribute is there twice", 1), ("<a/><b/>", "something stands behind the last tag", 1),
        ("<a>\u{1}</a>", "a character that XML does not allow, or not in this encoding", 1),
    ])
    func `What is not XML is refused, and not repeated`(text: String, reason: String, line: Int?) {
        let fault = fault(text)
        #expect(fault?.reason == reason)
        #expect(fault?.line == line)
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'http://192.0.2.1/a.dtd'><a/>", "<!DOCTYPE a PUBLIC 'p' 'http://192.0.2.1/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://192.0.2.1/p'> %p;]><a/>", "<!DOCTYPE a [%p;]><a>&x;</a>",
        "<!DOCTYPE a [<!ATTLIST a b (x|y) 'x'>]><a/>", "<!DOCTYPE a [<!ELEMENT a (b)>]><a/>", "<!DOCTYPE a [<!NOTATION n SYSTEM 'n'>]><a/>",
    ])
    func `A document type that says anything is refused`(text: String) {
        #expect(fault(text)?.reason == "its document type declares something, or names another file: that is not read")
    }

    @Test func `A document type that says nothing is read over`() throws {
        #expect(try read("<!DOCTYPE nmaprun>\n<nmaprun/>").root.name == "nmaprun")
    }

    @Test func `Limits hold`() throws {
        let deep = String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65)
        #expect(fault(deep)?.reason == "elements stand more than 64 deep in each other")
        #expect(fault(String(repeating: "<a>", count: 1_000_000)) != nil)
        var limits = XMLLimits()
        limits.items = 10
        #expect(fault("<a>" + String(repeating: "<b/>", count: 10) + "</a>", limits)?.reason.hasPrefix("it holds more than 10") == true)
        limits.bytes = 5
        #expect(fault("<a></a>", limits)?.reason.hasPrefix("it has more than 5 bytes") == true)
    }

    @Test func `What would keep the parser busy for minutes is refused at once`() throws {
        let attributes = (0..<100_000).map { "a\($0)='='" }.joined(separator: " ")
        #expect(fault("<a>\n<b \(attributes)/></a>")?.description == "line 2: a tag has more than 1000 attributes")
        #expect(fault("<a \(attributes.replacing(" ", with: "\n"))/>")?.line == 1_001)
        #expect(fault("<a>" + String(repeating: "=", count: 5_000) + "<b c='>=='/></a>") == nil)
        // Each reference is an event of its own.
        let text = String(repeating: "&amp;", count: 200_000)
        #expect(try read("<a>\(text)</a>").root.text.utf8.count == 200_000)
    }

    @Test(arguments: [
        [0xFF, 0xFE, 0x3C, 0x00], [0x3C, 0x00, 0x61, 0x00], [0x4C, 0x6F, 0xA7, 0x94],
        Array("<?xml version='1.0' encoding='UTF-7'?><a/>".utf8),
        Array("<?xml version='1.0' encoding = \"EBCDIC-CP-US\" ?><a/>".utf8),
    ])
    func `Encodings in which ASCII is something else are refused`(bytes: [UInt8]) {
        #expect(throws: XMLFault.self) { try XMLReader.read(bytes) }
    }

    @Test func `Latin-1 is read`() throws {
        let bytes = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try XMLReader.read(bytes).root.text == "é")
    }

    @Test func `A line past the sixteenth bit keeps its number`() throws {
        let text = "<a>" + String(repeating: "\n", count: 70_000) + "<b/></a>"
        #expect(try read(text).root.child("b")?.line == 70_001)
    }

    @Test func `No mutation makes it crash`() {
        let start = Array(
            "<?xml version='1.0'?><!DOCTYPE a><a x='1&amp;2' y:z=\"\"><!-- c --><b>t<![CDATA[x]]>&#65;</b><?p q?></a>".utf8)
        var random = SplitMix(state: 20)
        for _ in 0..<20_000 {
            var bytes = start
            for _ in 0...(random.next() % 4) {
                let place = Int(random.next() % UInt64(max(bytes.count, 1)))
                switch random.next() % 3 {
                case 0 where !bytes.isEmpty: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1 where !bytes.isEmpty: bytes.removeSubrange(place...min(place + Int(random.next() % 8), bytes.count - 1))
                default: bytes.insert(contentsOf: bytes[..<place], at: place)
                }
            }
            _ = try? XMLReader.read(bytes)
        }
    }
}

/// Vigna's SplitMix64: the same sequence on every run.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
