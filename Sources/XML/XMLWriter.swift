internal import CLibXML2

/// Writes XML as libxml2 does, in UTF-8, adding nothing: whoever wants a line for each element asks for `indented`.
public enum XMLWriter {
    /// The file's bytes, with the XML declaration.
    ///
    ///     XMLWriter.bytes(of: XMLDocument(XMLElement("note", text: "a < b")))      // <?xml version="1.0" …?>\n<note>a &lt; b</note>\n
    public static func bytes(of document: XMLDocument) -> [UInt8] {
        guard let tree = xmlNewDoc("1.0") else { return [] }
        defer { xmlFreeDoc(tree) }
        let place = UnsafeMutableRawPointer(tree).assumingMemoryBound(to: xmlNode.self)
        for node in document.before + [.element(document.root)] + document.after { add(node, to: place, of: tree) }
        guard let buffer = xmlBufferCreate() else { return [] }
        defer { xmlBufferFree(buffer) }
        guard let save = xmlSaveToBuffer(buffer, "UTF-8", 0) else { return [] }
        xmlSaveDoc(save, tree)
        xmlSaveClose(save)
        return Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
    }

    private static func add(_ node: XMLNode, to parent: xmlNodePtr, of tree: xmlDocPtr) {
        switch node {
        case .element(let element):
            // Raw: what looks like a reference in a text is that text.
            guard let place = xmlNewDocRawNode(tree, nil, element.name, nil) else { return }
            xmlAddChild(parent, place)
            for attribute in element.attributes { xmlNewProp(place, attribute.name, attribute.value) }
            for node in element.content { add(node, to: place, of: tree) }
        case .text(let text): xmlAddChild(parent, xmlNewDocText(tree, text))
        case .cdata(let text): xmlAddChild(parent, xmlNewCDataBlock(tree, text, Int32(text.utf8.count)))
        case .comment(let text):
            // Two dashes, or one at the end, are the end of a comment (XML 1.0, 2.5).
            let text = text.replacing("--", with: "- -").replacing("--", with: "- -")
            xmlAddChild(parent, xmlNewDocComment(tree, text.hasSuffix("-") ? text + " " : text))
        case .instruction(let target, let text): xmlAddChild(parent, xmlNewDocPI(tree, target, text.isEmpty ? nil : text))
        }
    }
}
