extension XMLElement {
    /// With a line for each element that stands among elements alone. Texts stay what they are.
    public func indented(by unit: String = "  ", depth: Int = 0) -> XMLElement {
        guard !content.isEmpty, content.allSatisfy(\.standsAlone) else { return self }
        let (inner, outer) = ("\n" + String(repeating: unit, count: depth + 1), "\n" + String(repeating: unit, count: depth))
        var element = self
        element.content = content.flatMap { node -> [XMLNode] in
            if case .element(let child) = node { return [.text(inner), .element(child.indented(by: unit, depth: depth + 1))] }
            return [.text(inner), node]
        }
        element.content.append(.text(outer))
        return element
    }
}

extension XMLNode {
    /// Whether white space around it means nothing.
    fileprivate var standsAlone: Bool {
        switch self {
        case .element, .comment, .instruction: true
        case .text, .cdata: false
        }
    }
}
