internal import NetPlan

/// What a SARIF viewer shows of a finding: the sentence, what to write instead, and a link to each other party.
///
///     node ds2 has 192.168.0.11, which node ds1 has already. Help: give another address. Note: [node ds1 has it here](1)
///
/// GitHub shows `message.text` alone, its first sentence where room is short, and of `relatedLocations` only what the
/// text links to by its id (SARIF 2.1.0, section 3.11.6).
struct SARIFMessage {
    let text: String

    init(of finding: LocatedDiagnostic) {
        var sentences = [Self.plain(finding.diagnostic.message)]
        if let help = finding.diagnostic.help { sentences.append("Help: " + Self.plain(help)) }
        for (index, related) in finding.related.enumerated() {
            let isThere = related.location != nil
            sentences.append("Note: " + (isThere ? "[\(Self.linked(related.message))](\(index + 1))" : Self.plain(related.message)))
        }
        text = sentences.reduce(into: "") { text, sentence in
            if let last = text.last { text += "?!.".contains(last) ? " " : ". " }
            text += sentence
        }
    }

    /// A bracket and a parenthesis that stand in the plan's own text make no link.
    private static func plain(_ text: String) -> String { text.replacing("](", with: "] (") }

    private static func linked(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
    }
}
