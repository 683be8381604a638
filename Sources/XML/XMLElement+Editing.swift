/// Changes that leave everything else as it was, white space included.
extension XMLElement {
    /// Changes the element at the end of a path of names, the first of each name; what is missing is made, on a line of its own.
    ///
    ///     root.edit(["dhcpd", "lan"], by: "\t") { lan, depth in lan.append([map], by: "\t", depth: depth) }
    ///
    /// `depth` is how deep this element stands itself.
    public mutating func edit<Failure: Error>(
        _ path: [String], by unit: String, depth: Int = 0, _ change: (inout XMLElement, Int) throws(Failure) -> Void
    ) throws(Failure) {
        guard let name = path.first else { return try change(&self, depth) }
        let rest = Array(path.dropFirst())
        if index(of: name) == nil { append([XMLElement(name)], by: unit, depth: depth) }
        guard let index = index(of: name), case .element(var child) = content[index] else { return }
        try child.edit(rest, by: unit, depth: depth + 1, change)
        content[index] = .element(child)
    }

    private func index(of name: String) -> Int? {
        content.firstIndex { if case .element(let element) = $0 { element.name == name } else { false } }
    }

    /// Puts elements behind what it holds, a line each, where it stands `depth` deep itself.
    public mutating func append(_ children: [XMLElement], by unit: String, depth: Int) {
        if children.isEmpty { return }
        let line = "\n" + String(repeating: unit, count: depth + 1)
        // The white space before its end belongs to its end.
        let end = content.last?.isSpace == true ? content.removeLast() : .text("\n" + String(repeating: unit, count: depth))
        for child in children { content += [.text(line), .element(child.indented(by: unit, depth: depth + 1))] }
        content.append(end)
    }

    /// Takes elements away, and the white space before each.
    public mutating func remove(where isUnwanted: (XMLElement) -> Bool) {
        var kept: [XMLNode] = []
        for node in content {
            if case .element(let element) = node, isUnwanted(element) {
                if kept.last?.isSpace == true { kept.removeLast() }
            } else {
                kept.append(node)
            }
        }
        content = kept
    }

    /// What one more level is indented by: what stands before its first element.
    public var indentation: String? {
        guard case .text(let text) = content.first, content.first?.isSpace == true, let line = text.lastIndex(of: "\n") else { return nil }
        return String(text[text.index(after: line)...])
    }
}

extension XMLNode {
    /// Whether it is text of nothing but white space.
    fileprivate var isSpace: Bool {
        if case .text(let text) = self { text.utf8.allSatisfy { " \t\r\n".utf8.contains($0) } } else { false }
    }
}
