import NetPlan
import YAML

/// A place of the fullest plan where a text can stand: each value, and each key that is a name.
///
/// The places are found by walking examples/everything, which has every key that the plan file knows: a new key is among them
/// as soon as the example has it.
struct TextPlace {
    /// `lans.home.reserved[0].note`; for a name that is a key, with `(key)`.
    let path: String
    /// The plan in one line, with this text there.
    let plan: @Sendable (_ text: String) -> String

    static func all(in plan: [UInt8]) -> [TextPlace] {
        var problems = Diagnostics()
        guard let document = YAMLReader.read(plan, file: "plan", reporting: &problems) else { return [] }
        return places(of: document, at: "") { $0 }
    }

    private static func places(of document: Document, at path: String, whole: @escaping @Sendable (String) -> String) -> [TextPlace] {
        switch document.kind {
        case .text: return [TextPlace(path: path) { whole(quoted($0)) }]
        case .list:
            let elements = document.elements.map(flow)
            return document.elements.enumerated().flatMap { index, element in
                places(of: element, at: "\(path)[\(index)]") { whole("[\(replacing(index, of: elements, by: $0))]") }
            }
        case .map:
            let entries = document.entries.map { (key: $0.key.text, value: $0.value) }
            let texts = entries.map { "\(quoted($0.key)): \(flow($0.value))" }
            return entries.enumerated().flatMap { index, entry in
                let value = flow(entry.value)
                let below = path.isEmpty ? entry.key : "\(path).\(entry.key)"
                let key = TextPlace(path: "\(below) (key)") { whole("{\(replacing(index, of: texts, by: "\(quoted($0)): \(value)"))}") }
                return [key]
                    + places(of: entry.value, at: below) { whole("{\(replacing(index, of: texts, by: "\(quoted(entry.key)): \($0)"))}") }
            }
        case .empty, .refused: return []
        }
    }

    private static func replacing(_ index: Int, of texts: [String], by text: String) -> String {
        var texts = texts
        texts[index] = text
        return texts.joined(separator: ", ")
    }

    private static func flow(_ document: Document) -> String {
        switch document.kind {
        case .text where document.isPlain && document.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }: document.text
        case .text: quoted(document.text)
        case .list: "[\(document.elements.map(flow).joined(separator: ", "))]"
        case .map: "{\(document.entries.map { "\(quoted($0.key.text)): \(flow($0.value))" }.joined(separator: ", "))}"
        case .empty, .refused: ""
        }
    }

    /// In double quotes, everything but plain ASCII by its number: so that the reader has it exactly, control characters too.
    private static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> String in
            switch scalar.value {
            case 0x22, 0x5C: return "\\\(scalar)"
            case 0x20..<0x7F: return String(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return "\"\(scalars.joined())\""
    }
}
