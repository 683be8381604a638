/// What stands in an element, or beside the root.
public enum XMLNode: Sendable {
    case element(XMLElement)
    /// Text as it is meant: references are resolved, and written again where they are needed.
    case text(String)
    /// Text that is written as `<![CDATA[…]]>`.
    case cdata(String)
    case comment(String)
    case instruction(target: String, text: String)
}
