import Testing

/// A text that some reader of our files would take for more than a text.
struct HostileText: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    static let all: [HostileText] = [
        .init("newline", "a\nb: c"), .init("carriage return", "a\rb"),
        .init("two lines of a hosts file", "a\n10.0.0.1 evil"),
        .init("NUL", "a\0b"), .init("escape", "a\u{1B}[31mb"), .init("delete", "a\u{7F}b"), .init("next line", "a\u{85}b"),
        .init("single quote", "it's"), .init("double quote", "a\"b"), .init("quotes and a statement", "x\"; deny booting; #"),
        .init("backquote", "`id`"), .init("command", "$(id)"), .init("variable", "$HOME ${PATH}"), .init("backslash", "a\\"),
        .init("backslashes", "\\n\\\\x41\\101"), .init("template", "{{ env \"HOME\" }}"), .init("half a template", "{ { x }}"),
        .init("semicolon", "a; reboot"), .init("hash", "a # b"), .init("leading hash", "#a"), .init("pipe", "a|b"),
        .init("table cell", "a | b\\| c"), .init("formula", "=cmd|' /C calc'!A0"), .init("plus", "+1+1"), .init("minus", "-1"),
        .init("at", "@SUM(1)"),
        .init("comma", "a,b,\"c\""), .init("above", "../../etc/passwd"), .init("root", "/etc/passwd"), .init("here", "."),
        .init("leading dot", ".hidden"), .init("leading dash", "--help"), .init("option", "-o=x"), .init("bidirectional", "a\u{202E}b"),
        .init("isolate", "a\u{2066}b"), .init("line separator", "a\u{2028}b"), .init("paragraph separator", "a\u{2029}b"),
        .init("byte order mark", "\u{FEFF}a"), .init("CDATA", "a]]>b"), .init("tag", "<script>&amp;</script>"), .init("percent", "%n%s%25"),
        .init("ten kilobytes", String(repeating: "0123456789", count: 1000)), .init("letters of other scripts", "ünïcödé 東京 🐳"),
        .init("blanks", "  a  b  "), .init("tab", "a\tb"), .init("anchor", "&a *a"), .init("YAML", "a: [b, {c: d}]"),
        .init("boolean", "true"),
        .init("null", "null"), .init("octal", "0123"), .init("sexagesimal", "12:34:56"), .init("date", "2026-01-01"), .init("brace", "}"),
        .init("braces of a check", "{}"), .init("star", "*"), .init("tilde", "~/x"), .init("exclamation mark", "!x"),
        .init("Markdown", "[a](http://b) **c** `d`"),
        .init("heading", "# a"), .init("Traefik's rule", "`) || Host(`evil`"), .init("our own mark", "# END netplan-swarm home"),
    ]

    private init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
}
