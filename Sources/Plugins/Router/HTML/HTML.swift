internal import NetPlan

/// Markup under construction: what stands in a literal is markup, and what is interpolated is text, escaped here and nowhere else.
///
///     let note = "<b>"
///     let cell: HTML = "<td>\(note)</td>"     // <td>&lt;b&gt;</td>
///
/// So a text of the plan has no way into a page but as text; in an attribute it must stand between quotes.
struct HTML: ExpressibleByStringInterpolation {
    private(set) var text = TextBuffer()

    init() {}
    init(stringLiteral literal: String) { text.append(literal) }
    init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

    static func += (page: inout HTML, more: HTML) { page.text.append(more.text) }

    /// What a literal is put together from.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = TextBuffer()

        init(literalCapacity: Int, interpolationCount: Int) { text.reserve(literalCapacity + 16 * interpolationCount) }

        mutating func appendLiteral(_ literal: String) { text.append(literal) }
        mutating func appendInterpolation(_ markup: HTML) { text.append(markup.text) }
        /// Text. Disfavored, so that a literal inside an interpolation is markup too, as in `\(isLast ? "</ul>" : "")`.
        @_disfavoredOverload mutating func appendInterpolation(_ value: String) { text.append(escaped: value) }
        mutating func appendInterpolation(_ value: HostName) { text.append(escaped: value.description) }
        mutating func appendInterpolation(_ address: IPv4Address) { text.append(address) }
        mutating func appendInterpolation(_ mac: MACAddress) { text.append(mac) }
        mutating func appendInterpolation(_ prefix: Prefix<IPv4Address>) { text.append(prefix) }
        mutating func appendInterpolation(_ number: Int) { text.append(String(number)) }

        /// A count for people: with a comma before each three digits.
        mutating func appendInterpolation(count: Int) { text.append(count.grouped) }

        /// Markup that stands there on a condition.
        mutating func appendInterpolation(if condition: Bool, _ markup: @autoclosure () -> HTML) {
            if condition { text.append(markup().text) }
        }

        /// What `body` makes of each element.
        mutating func appendInterpolation<Elements: Sequence>(each elements: Elements, _ body: (Elements.Element) -> HTML) {
            for element in elements { text.append(body(element).text) }
        }
    }
}

extension TextBuffer {
    /// Text that stays what it is, in an element or in a quoted attribute (HTML standard, 13.1.2.3 and 13.1.4).
    fileprivate mutating func append(escaped text: String) {
        let special = "&<>\"'".utf8
        if !text.utf8.contains(where: special.contains) { return append(text) }
        for byte in text.utf8 {
            switch Unicode.Scalar(byte) {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"": append("&quot;")
            case "'": append("&#39;")
            case let scalar: append(ascii: scalar)
            }
        }
    }
}

extension Int {
    /// `65,536`
    var grouped: String {
        let digits = Array(String(self))
        return String(
            digits.enumerated().flatMap { index, digit in
                index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
            })
    }

    /// `1 range`, `2 ranges`
    func counted(_ noun: String, _ plural: String? = nil) -> String { "\(grouped) \(self == 1 ? noun : plural ?? noun + "s")" }
}
