internal import CLibXML2

/// Makes values of libxml2's events, and stops the parser where a file goes too far.
final class XMLTreeBuilder {
    private let limits: XMLLimits
    private let parser: xmlParserCtxtPtr
    /// The elements that are open, from the root inwards.
    private var open: [XMLElement] = []
    /// The text that is being read: one of 100,000 references must not be copied 100,000 times.
    private var text: [UInt8] = []
    private var before: [XMLNode] = []
    private var items = 0
    private(set) var document: XMLDocument?
    private(set) var fault: XMLFault?

    init(_ limits: XMLLimits, parser: xmlParserCtxtPtr) {
        self.limits = limits
        self.parser = parser
    }

    /// Takes the place of libxml2's own listeners. The builder must outlive the reading.
    func listen() {
        parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        guard let sax = parser.pointee.sax else { return }
        sax.pointee = xmlSAXHandler()
        // XML_SAX2_MAGIC: without it the listeners for names with prefixes are not asked.
        sax.pointee.initialized = 0xDEED_BEAF
        sax.pointee.startElementNs = { builder, name, prefix, _, namespaceCount, namespaces, count, _, attributes in
            XMLTreeBuilder.of(builder)?.begin(name, prefix, (namespaces, namespaceCount), (attributes, count))
        }
        sax.pointee.endElementNs = { builder, _, _, _ in XMLTreeBuilder.of(builder)?.end() }
        sax.pointee.characters = { builder, text, count in XMLTreeBuilder.of(builder)?.add(text: text, Int(count)) }
        sax.pointee.ignorableWhitespace = { builder, text, count in XMLTreeBuilder.of(builder)?.add(text: text, Int(count)) }
        sax.pointee.cdataBlock = { builder, text, count in
            XMLTreeBuilder.of(builder)?.add(.cdata(XMLTreeBuilder.string(text, Int(count))))
        }
        sax.pointee.comment = { builder, text in XMLTreeBuilder.of(builder)?.add(.comment(XMLTreeBuilder.string(text))) }
        sax.pointee.processingInstruction = { builder, target, text in
            XMLTreeBuilder.of(builder)?.add(.instruction(target: XMLTreeBuilder.string(target), text: XMLTreeBuilder.string(text)))
        }
        sax.pointee.reference = { builder, _ in XMLTreeBuilder.of(builder)?.stop("an entity that XML does not know") }
        listenForDeclarations(sax)
    }

    /// nmap writes `<!DOCTYPE nmaprun>`, which says nothing. Whatever says more can make a small file a large one, or fetch another.
    private func listenForDeclarations(_ sax: UnsafeMutablePointer<xmlSAXHandler>) {
        sax.pointee.internalSubset = { builder, _, publicID, systemID in
            if publicID != nil || systemID != nil { XMLTreeBuilder.of(builder)?.refuseDeclarations() }
        }
        sax.pointee.entityDecl = { builder, _, _, _, _, _ in XMLTreeBuilder.of(builder)?.refuseDeclarations() }
        sax.pointee.elementDecl = { builder, _, _, _ in XMLTreeBuilder.of(builder)?.refuseDeclarations() }
        sax.pointee.notationDecl = { builder, _, _, _ in XMLTreeBuilder.of(builder)?.refuseDeclarations() }
        sax.pointee.unparsedEntityDecl = { builder, _, _, _, _ in XMLTreeBuilder.of(builder)?.refuseDeclarations() }
        sax.pointee.attributeDecl = { builder, _, _, _, _, _, choices in
            xmlFreeEnumeration(choices)
            XMLTreeBuilder.of(builder)?.refuseDeclarations()
        }
        sax.pointee.getParameterEntity = { builder, _ in
            XMLTreeBuilder.of(builder)?.refuseDeclarations()
            return nil
        }
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
        pointer.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    private var line: Int? { parser.pointee.input.map { Int($0.pointee.line) } }

    private func refuseDeclarations() { stop("its document type declares something, or names another file: that is not read") }

    private func stop(_ reason: String) {
        if fault == nil { fault = XMLFault(reason, line: line) }
        xmlStopParser(parser)
    }

    /// Whether one thing more may be kept.
    private func count(_ more: Int = 1) -> Bool {
        items += more
        if items > limits.items { stop("it holds more than \(limits.items) elements and texts, the most that is read") }
        return fault == nil
    }

    private typealias Strings = (start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32)

    private func begin(_ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespaces: Strings, _ attributes: Strings) {
        endText()
        guard count(1 + Int(namespaces.count) + Int(attributes.count)) else { return }
        if open.count == limits.depth { return stop("elements stand more than \(limits.depth) deep in each other") }
        var element = XMLElement(Self.qualified(name, prefix))
        element.line = line
        if let start = namespaces.start {
            // A pair for each: the prefix, and what it stands for.
            for index in 0..<Int(namespaces.count) {
                let prefix = start[2 * index]
                let name = prefix.map { "xmlns:\(Self.string($0))" } ?? "xmlns"
                element.attributes.append(XMLAttribute(name: name, value: Self.string(start[2 * index + 1])))
            }
        }
        if let start = attributes.start {
            // Five for each: name, prefix, namespace, and where its value begins and ends.
            for index in 0..<Int(attributes.count) {
                let part = start + 5 * index
                let length = part[3].flatMap { start in part[4].map { $0 - start } } ?? 0
                element.attributes.append(XMLAttribute(name: Self.qualified(part[0], part[1]), value: Self.string(part[3], length)))
            }
        }
        open.append(element)
    }

    private func end() {
        endText()
        guard fault == nil, let element = open.popLast() else { return }
        if !open.isEmpty { return open[open.count - 1].content.append(.element(element)) }
        var document = XMLDocument(element)
        document.before = before
        self.document = document
    }

    /// libxml2 gives long texts in parts, and each reference by itself.
    private func add(text part: UnsafePointer<xmlChar>?, _ length: Int) {
        guard fault == nil, !open.isEmpty, let part else { return }
        text.append(contentsOf: UnsafeBufferPointer(start: part, count: length))
    }

    private func endText() {
        guard !text.isEmpty, let last = open.indices.last, count() else { return }
        open[last].content.append(.text(String(decoding: text, as: UTF8.self)))
        text.removeAll(keepingCapacity: true)
    }

    private func add(_ node: XMLNode) {
        endText()
        guard count() else { return }
        if !open.isEmpty {
            open[open.count - 1].content.append(node)
        } else if document == nil {
            before.append(node)
        } else {
            document?.after.append(node)
        }
    }

    private static func qualified(_ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?) -> String {
        prefix.map { "\(string($0)):\(string(name))" } ?? string(name)
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String { text.map { String(cString: $0) } ?? "" }

    private static func string(_ text: UnsafePointer<xmlChar>?, _ length: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: text, count: text == nil ? 0 : length), as: UTF8.self)
    }
}
