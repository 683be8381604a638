internal import CLibXML2

/// Reads XML that anybody may have written.
///
/// Nothing is fetched, no entity but XML's own five is known, and a document type that declares anything, or that stands in another
/// file, is refused: so there is nothing to expand (XML 1.0, 4.4; OWASP, XXE). libxml2 parses; its events become plain values, and
/// no tree of its own is built.
public enum XMLReader {
    /// The document, or what is wrong with it.
    ///
    ///     try XMLReader.read(Array("<a b='1'>x &amp; y</a>".utf8)).root.text      // "x & y"
    ///
    /// Fails where it is not well-formed, declares entities, or exceeds a limit.
    public static func read(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLFault) -> XMLDocument {
        try XMLShape.check(bytes, limits: limits)
        _ = library
        guard let context = xmlNewParserCtxt() else { throw XMLFault("there is no memory left to read it") }
        defer { xmlFreeParserCtxt(context) }
        let builder = XMLTreeBuilder(limits, parser: context)
        builder.listen()
        // NOENT replaces XML's own five in attributes too; it knows no other. BIG_LINES: else a line past 65,535 is called 65,535.
        let options = [XML_PARSE_NOENT, XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_BIG_LINES]
        let tree = withExtendedLifetime(builder) {
            bytes.withUnsafeBytes { text in
                xmlCtxtReadMemory(
                    context, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count), nil, nil,
                    options.reduce(0) { $0 | Int32($1.rawValue) })
            }
        }
        // Nobody listens for the parts of a tree, so there is none; a later version might think otherwise.
        xmlFreeDoc(tree)
        if let fault = builder.fault { throw fault }
        if context.pointee.wellFormed != 1 {
            let line = xmlCtxtGetLastError(context).map { Int($0.pointee.line) } ?? 0
            throw XMLFault(reason(context.pointee.errNo), line: line > 0 ? line : nil)
        }
        guard let document = builder.document else { throw XMLFault("it has no element") }
        return document
    }

    /// libxml2 wants to be woken once, before it is used from several threads.
    private static let library: Void = xmlInitParser()

    /// In our words: libxml2's repeat names of the file, and an unescaped `&` makes a name of what follows it.
    private static func reason(_ number: Int32) -> String {
        switch xmlParserErrors(UInt32(bitPattern: number)) {
        case XML_ERR_TAG_NAME_MISMATCH, XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED:
            "a tag is not closed, or closed in the wrong order"
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: "an entity that XML does not know: a plain '&' is written '&amp;'"
        case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_NAME_REQUIRED, XML_ERR_INVALID_CHARREF:
            "a name or a ';' is missing: a plain '&' is written '&amp;'"
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING,
            XML_I18N_CONV_FAILED:
            "a character that XML does not allow, or not in this encoding"
        case XML_ERR_ATTRIBUTE_REDEFINED: "an attribute is there twice"
        case XML_ERR_DOCUMENT_EMPTY: "it does not start with '<'"
        case XML_ERR_DOCUMENT_END: "something stands behind the last tag"
        default: "it is not well-formed"
        }
    }
}
