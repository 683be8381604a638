internal import NetPlan

/// A check of a router as a list that can be handed to whoever runs it: what is open on top, and what is done.
struct CheckText {
    private let check: RouterCheck
    private let file: String
    private let planPath: String
    private let plan: Plan
    /// Of what is done nobody reads more.
    private static let shown = 24

    init(_ check: RouterCheck, of file: String, against planPath: String, in plan: Plan) {
        self.check = check
        self.file = file
        self.planPath = planPath
        self.plan = plan
    }

    var text: TextBuffer {
        var text = TextBuffer()
        text.append(line: "\(file): \(check.format.title), against \(planPath)")
        for lan in check.lans {
            text.newline()
            append(lan, to: &text)
        }
        if !check.remarks.isEmpty {
            text.newline()
            text.append(line: "not read")
            for remark in check.remarks { text.append(line: "  \(remark.hidesLeases ? "[ ]" : "-") \(Self.sentence(remark))") }
        }
        text.newline()
        text.append(line: summary)
        return text
    }

    private var summary: String {
        if check.itemCount == 0 { return "nothing to tick off" }
        return check.openCount == 0 ? "all \(check.itemCount) done" : "\(check.openCount) of \(check.itemCount) open"
    }

    private func append(_ checked: CheckedLAN, to text: inout TextBuffer) {
        let lan = plan[checked.lan]
        let place = checked.isFound ? "" : ": not in this file"
        text.append(line: "LAN \(lan.name) (\(lan.subnet))\(place)")
        let (open, done) = (checked.open, checked.items.filter(\.isDone))
        let shown = open + done.prefix(Self.shown)
        let widths = (shown.map { subject(of: $0).count }.max() ?? 0, shown.map { Self.owner(of: $0).count }.max() ?? 0)
        for item in open {
            text.append(line: line("[ ]", item, widths))
            for fault in item.faults { text.append(line: "        \(fault.kind.rawValue): \(fault.sentence)\(Self.place(fault.line))") }
        }
        for item in done.prefix(Self.shown) { text.append(line: line("[x]", item, widths)) }
        if done.count > Self.shown { text.append(line: "  [x] and \(done.count - Self.shown) more that are done") }
        for remark in checked.remarks { text.append(line: "  - \(Self.sentence(remark))") }
    }

    /// Three columns behind a box: what, whose, why.
    private func line(_ box: String, _ item: CheckedItem, _ widths: (Int, Int)) -> String {
        var (line, owner) = ("  \(box) \(subject(of: item))", Self.owner(of: item))
        if !owner.isEmpty { line += String(repeating: " ", count: 2 + widths.0 - subject(of: item).count) + owner }
        let place = item.isDone ? item.line.map { "[line \($0)]" } : nil
        let why = [item.note, place ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
        if !why.isEmpty { line += String(repeating: " ", count: 2 + widths.1 - owner.count) + why }
        return line
    }

    private static func owner(of item: CheckedItem) -> String { item.kind == .gateway ? "the gateway" : item.name }

    private func subject(of item: CheckedItem) -> String {
        let range = item.range?.text ?? ""
        return switch item.kind {
        case .lan: "serve \(plan.lans.first { $0.name.description == item.name }?.subnet.description ?? range)"
        case .server: "lease nothing"
        case .gateway: "keep \(range)"
        case .exclusion: "never lease \(range)"
        case .reservation: "reserve \(range) for \(item.mac?.description ?? "")"
        case .sighting: "\(range)\(item.mac.map { " has \($0)" } ?? "")"
        }
    }

    private static func sentence(_ remark: RouterExport.Remark) -> String { "\(remark.sentence)\(place(remark.line))" }

    private static func place(_ line: Int?) -> String { line.map { "  [line \($0)]" } ?? "" }
}
