internal import NetPlan
internal import XML

extension XMLElement {
    /// The text of the first element of that name, without the white space around it; nil where there is none, or nothing in it.
    func value(_ name: String) -> String? {
        guard let text = child(name)?.text else { return nil }
        let bytes = text.utf8.drop(while: \.isBlank)
        guard let end = bytes.lastIndex(where: { !$0.isBlank }) else { return nil }
        return String(decoding: bytes[...end], as: UTF8.self)
    }

    /// The line of the first element of that name, or its own.
    func line(of name: String) -> Int { child(name)?.line ?? line ?? 1 }
}
