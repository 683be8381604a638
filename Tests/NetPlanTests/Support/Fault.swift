import NetPlan
import Testing

/// One fault, and how it is planted into a plan that has none: lines that are added, and pieces that are changed.
///
/// Each line of `lines` is a section and an entry that goes to its end, made where the plan has none: `devices: tv: {…}`, or
/// `dhcp/groups: office: {…}`. In both, `§` is a number that no other fault has, and `①` stands before what the finding points at.
struct Fault: Sendable, CustomTestStringConvertible {
    let rule: RuleID
    let severity: Diagnostic.Severity
    let lines: String
    /// The first place of each in the plan is changed; without one the fault does not fit the plan.
    let changes: [(old: String, new: String)]
    /// Whether it speaks of the plan as a whole, so that another fault beside it may well be no fault, or another one.
    let isAlone: Bool
    var number = 0

    init(
        _ rule: RuleID, as severity: Diagnostic.Severity? = nil, _ lines: String = "", changes: [(String, String)] = [], alone: Bool = false
    ) {
        (self.rule, self.severity, self.lines, isAlone) = (rule, severity ?? rule.severity, lines, alone)
        self.changes = changes.map { (old: $0.0, new: $0.1) }
    }

    var testDescription: String { "\(rule.rawValue) \(number)" }

    /// `E duplicate-mac ①`
    var finding: String { "\(severity.rawValue.prefix(1).uppercased()) \(rule.rawValue) ①" }

    /// The plan with the fault in it; nil where it does not fit.
    func planted(in plan: String) -> String? {
        var text = plan
        for (old, new) in changes {
            guard let place = text.firstRange(of: old) else { return nil }
            text.replaceSubrange(place, with: new)
        }
        for line in lines.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let entry = line[line.index(after: colon)...].drop { $0 == " " }
            text = Self.append(String(entry), to: line[..<colon].split(separator: "/").map(String.init), in: text)
        }
        return text.replacing("§", with: "\(number)")
    }

    private static func append(_ entry: String, to path: [String], in text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last == "" { lines.removeLast() }
        var section = lines.indices
        var indent = ""
        for key in path {
            if let start = section.first(where: { Self.isKey(lines[$0], indent + key) }) {
                section = (start + 1)..<section.upperBound
                let end = section.first { index in
                    let line = lines[index].drop { $0.isMark }
                    let depth = line.prefix { $0 == " " }.count
                    return depth <= indent.count && depth < line.count && !line.hasPrefix("#")
                }
                section = section.lowerBound..<(end ?? section.upperBound)
                while let last = section.last, lines[last].isEmpty { section.removeLast() }
            } else {
                lines.insert("\(indent)\(key):", at: section.upperBound)
                section = (section.upperBound + 1)..<(section.upperBound + 1)
            }
            indent += "  "
        }
        lines.insert(indent + entry, at: section.upperBound)
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether a line holds a key alone, a comment aside.
    private static func isKey(_ line: String, _ key: String) -> Bool {
        let line = line.filter { !$0.isMark }
        return line.hasPrefix("\(key):") && line.dropFirst(key.count + 1).first { $0 != " " } ?? "#" == "#"
    }
}

extension Character {
    fileprivate var isMark: Bool { ("①"..."⑨").contains(self) }
}
