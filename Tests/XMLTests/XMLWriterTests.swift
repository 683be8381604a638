import Testing
import XML

/// What is written says what was meant: reading it gives it back.
@Suite struct XMLWriterTests {
    private func text(_ element: XMLElement) -> String { String(decoding: XMLWriter.bytes(of: XMLDocument(element)), as: UTF8.self) }

    @Test func `Escapes what must be`() {
        let element = XMLElement("a", ["b": "\"<&>'\n"], [.text("<&amp;> \"é\" ]]>"), .element(XMLElement("c"))])
        #expect(
            text(element) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <a b="&quot;&lt;&amp;&gt;'&#10;">&lt;&amp;amp;&gt; "é" ]]&gt;<c/></a>

                """)
    }

    @Test func `A line for each element, and texts untouched`() {
        let element = XMLElement("a", children: [XMLElement("b", text: " x "), XMLElement("c", children: [XMLElement("d")])])
        #expect(text(element.indented()).hasSuffix("<a>\n  <b> x </b>\n  <c>\n    <d/>\n  </c>\n</a>\n"))
    }

    @Test(arguments: ["--", "a--b", "-", "-----", " 'export --into' ", "-->", ""])
    func `A comment ends where it ends`(text: String) throws {
        let root = try XMLReader.read(XMLWriter.bytes(of: XMLDocument(XMLElement("a", [:], [.comment(text), .text("x")])))).root
        #expect(root.content.count == 2 && root.text == "x")
    }

    @Test(arguments: ["a & b", "]]>", "x]]>y]]>", "<![CDATA[", "&amp;", "&#0;", "\"'", "tab\tand\nline", "€ 🐳", "--", ""])
    func `A value comes back`(value: String) throws {
        let element = XMLElement(
            "a", ["v": value], [.element(XMLElement("t", text: value)), .element(XMLElement("c", [:], [.cdata(value)]))])
        let root = try XMLReader.read(XMLWriter.bytes(of: XMLDocument(element))).root
        #expect(root.attribute("v") == value)
        #expect(root.child("t")?.text == value)
        #expect(root.child("c")?.text == value)
    }
}
