internal import NetPlan

/// An answer of `who` as a person reads it: a sentence, and what is known below it.
struct AnswerText {
    private let answer: Answer
    private let emitters: [String]
    private let plan: Plan

    init(_ answer: Answer, emitters: [String], in plan: Plan) {
        self.answer = answer
        self.emitters = emitters
        self.plan = plan
    }

    func text(locating: (Place) -> Location?) -> String {
        let subject = answer.address?.description ?? answer.network?.description ?? answer.mac?.description
        var text = TextBuffer()
        text.append(line: subject.map { "\($0) is \(answer.phrase)" } ?? answer.phrase)
        func add(_ label: String, _ lines: [String]) {
            for (index, line) in lines.enumerated() {
                let label = index == 0 ? label : ""
                text.append(line: "  \(label)\(String(repeating: " ", count: 9 - label.count))\(line)")
            }
        }
        if !answer.names.isEmpty { add("names", [answer.names.joined(separator: ", ")]) }
        if let range = answer.range, answer.kind == .free {
            add("free", ["\(range.text), \(Spelling.count(range.addressCount, "free address"))".replacing("addresss", with: "addresses")])
        } else if let range = answer.range {
            add("range", [range.text])
        }
        if let lan = answer.lan, answer.kind != .lan, !answer.covers.contains(where: { $0.kind == .lan }) {
            add("LAN", ["\(plan[lan].name) (\(plan[lan].subnet))"])
        }
        if let mac = answer.mac, subject != mac.description { add("MAC", [mac.description]) }
        add("origin", origin(locating))
        let (parts, mentions) = (answer.covers.filter { !$0.isMention }, answer.covers.filter(\.isMention))
        add("in", parts.map { "\($0.phrase)\(Self.suffix(locating($0.place)))" })
        add("also", mentions.map { "\($0.phrase)\(Self.suffix(locating($0.place)))" })
        if !emitters.isEmpty { add("used by", [emitters.joined(separator: ", ")]) }
        return String(text)
    }

    private func origin(_ locating: (Place) -> Location?) -> [String] {
        let declared = answer.declared.flatMap(locating).map(Self.text)
        switch answer.origin {
        case .locked:
            let locked = answer.locked.flatMap(locating).map { " in \($0.file):\($0.mark.line)" } ?? ""
            return ["locked\(locked)"] + (declared.map { ["left open at \($0)"] } ?? [])
        case .allocated: return ["allocated now: 'netplan-swarm generate' keeps it"] + (declared.map { ["left open at \($0)"] } ?? [])
        case .declared, nil: return declared.map { ["declared at \($0)"] } ?? []
        }
    }

    private static func text(_ location: Location) -> String { "\(location.file):\(location.mark.line):\(location.mark.column)" }

    /// Behind a cover: where it is said, in brackets; nothing for a default.
    private static func suffix(_ location: Location?) -> String { location.map { "  [\(text($0))]" } ?? "" }
}
