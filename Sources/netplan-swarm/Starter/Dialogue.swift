internal import Apply
internal import NetPlan

/// Asks for what is not known yet, shows what is usual, and asks again where an answer is refused.
struct Dialogue {
    /// Shows a question and gives the answer; nil at the end of the input.
    let ask: (String) -> String?
    let tell: (String) -> Void

    func complete(_ plan: inout StarterPlan) throws(Failure) {
        for field in StarterPlan.Field.allCases where !plan.known.contains(field) {
            while true {
                let usual = plan.usual(field)
                guard let line = ask("\(field.question)\(usual.map { " [\($0)]" } ?? ""): ") else {
                    throw Failure("the questions were not answered to the end: nothing was written")
                }
                let answer = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                do {
                    try plan.set(field, answer.isEmpty ? usual ?? "" : answer)
                    break
                } catch { tell("  \(error.sentence)") }
            }
        }
    }
}

extension StarterPlan.Field {
    fileprivate var question: String {
        switch self {
        case .site: "What is the site called?"
        case .subnet: "The LAN's network"
        case .gateway: "The router's address in it, or none"
        case .range: "What the router's DHCP lends to strangers, or none"
        case .node: "The swarm's nodes, as NAME=ADDRESS (the name alone: an address is found)"
        case .macvlan: "A macvlan, for containers with addresses in the LAN: its name, or none"
        case .overlay: "An overlay, for containers of all nodes: its name, or none"
        }
    }
}
