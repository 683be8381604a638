/// The way from the top of a plan to one of its values: `nodes.ds1.address`, `lans.home.dhcp.ranges[0]`.
public struct PlanPath: Sendable, Hashable, Codable {
    /// One step down.
    public enum Step: Sendable, Hashable, Codable {
        case key(String)
        case index(Int)
    }

    public var steps: [Step]

    public init(_ steps: [Step] = []) { self.steps = steps }

    /// `PlanPath("nodes", "ds1")`.
    public init(_ keys: String...) { steps = keys.map(Step.key) }

    /// One step down, into a map.
    public subscript(_ key: String) -> PlanPath { PlanPath(steps + [.key(key)]) }

    /// One step down, to a key that is a name.
    public subscript(_ name: some CustomStringConvertible) -> PlanPath { PlanPath(steps + [.key(name.description)]) }

    /// One step down, into a list, counted from 0.
    public subscript(_ index: Int) -> PlanPath { PlanPath(steps + [.index(index)]) }

    /// Whether `other` is this path or lies below it.
    public func covers(_ other: PlanPath) -> Bool { other.steps.starts(with: steps) }
}

extension PlanPath: CustomStringConvertible {
    public var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .key(let key) where key.isEmpty || key.utf8.contains { ".[]\"".utf8.contains($0) }: text += "[\"\(key)\"]"
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            }
        }
        return text
    }

    /// Reads what `description` writes; nil for an empty step or a bracket that is not closed.
    public init?(parsing description: String) {
        steps = []
        var rest = description[...]
        while let character = rest.first {
            if character == "[" {
                guard let close = Self.close(of: rest), let step = Self.bracket(rest[rest.index(after: rest.startIndex)..<close]) else {
                    return nil
                }
                steps.append(step)
                rest = rest[rest.index(after: close)...]
                continue
            }
            if character == "." {
                if steps.isEmpty { return nil }
                rest = rest.dropFirst()
            } else if !steps.isEmpty {
                return nil
            }
            let key = rest.prefix { $0 != "." && $0 != "[" }
            if key.isEmpty { return nil }
            steps.append(.key(String(key)))
            rest = rest[key.endIndex...]
        }
    }

    /// Where the bracket that a text starts with is closed: in quotes, a bracket is a character like others.
    private static func close(of text: Substring) -> String.Index? {
        guard text.hasPrefix("[\"") else { return text.firstIndex(of: "]") }
        return text.dropFirst(2).firstRange(of: "\"]").map { text.index(after: $0.lowerBound) }
    }

    private static func bracket(_ inside: Substring) -> Step? {
        if let index = Int(inside), index >= 0 { return .index(index) }
        guard inside.count >= 2, inside.first == "\"", inside.last == "\"" else { return nil }
        return .key(String(inside.dropFirst().dropLast()))
    }
}
