/// The values of a map with known keys. What else is in it is reported as `unknown-key`.
///
///     let fields = Fields(document, of: "a device", ["address", "mac"], reporting: &problems)
///     let mac = fields["mac"]?.mac(reporting: &problems)
public struct Fields {
    /// The map itself.
    public let document: Document
    private let keys: [String]
    /// The item of each key's value; -1 where it is not there.
    private var values = InlineArray<24, Int32>(repeating: -1)
    /// Keys that are not there, and that another key is a slip for: written, and refused.
    private var misspelt: Set<String> = []

    /// Finds each key, of which no map has more than 24. An empty value is a map without keys; anything but a map is `wrong-type`.
    public init(_ document: Document, of noun: String, _ keys: [String], reporting problems: inout Diagnostics) {
        self.document = document
        self.keys = keys
        switch document.kind {
        case .empty, .refused: break
        case .text, .list:
            problems.report(
                .wrongType, at: document.place, "\(noun) is a map, not \(document.kind.phrase)", help: "write {\(keys.first ?? "key"): …}")
        case .map:
            var above: Int?
            for (key, value) in document.entries where key.kind == .text {
                if let index = keys.firstIndex(where: key.isSpelled) {
                    values[index] = Int32(value.index)
                    above = value.kind == .empty ? index : nil
                } else if let meant = Self.reportUnknown(
                    key, of: noun, among: keys, below: above.map { keys[$0] }, reporting: &problems)
                {
                    misspelt.insert(meant)
                }
            }
        }
    }

    /// Returns the key that was meant, where one is near. What stands below a key without a value may belong to that.
    private static func reportUnknown(
        _ key: Document, of noun: String, among keys: [String], below above: String?, reporting problems: inout Diagnostics
    ) -> String? {
        let meant = problems.isCrowded ? nil : Spelling.nearest(to: key.text, among: keys)
        let guess = meant.map { "did you mean \($0)?" }
        problems.report(
            .unknownKey, at: key.place, "\(noun) has no key '\(key.text)'",
            help: guess
                ?? (key.text == "<<"
                    ? "write the keys out: merge keys are not read"
                    : (above.map { "indent it, if it belongs to '\($0)'; " } ?? "") + "its keys are \(Spelling.list(keys, "and"))"))
        return meant
    }

    /// The value of a key; nil where it is not there or was refused.
    public subscript(_ key: String) -> Document? {
        guard let document = written(key), document.kind != .refused else { return nil }
        return document
    }

    /// Whether the key stands there, whatever its value.
    public func has(_ key: String) -> Bool { written(key) != nil || misspelt.contains(key) }

    private func written(_ key: String) -> Document? {
        // Of two texts of one length, most differ; of two lengths, all.
        guard let index = keys.firstIndex(where: { $0.utf8.count == key.utf8.count && $0 == key }), values[index] >= 0 else { return nil }
        return document.at(Int(values[index]))
    }

    /// The value of a key that must be there; `missing-key` at `place` where it is not.
    public func required(
        _ key: String, of noun: @autoclosure () -> String, at place: Place, help: String, reporting problems: inout Diagnostics
    ) -> Document? {
        guard let value = written(key) else {
            if misspelt.contains(key) { return nil }
            if document.kind == .map || document.kind == .empty {
                problems.report(.missingKey, at: place, "\(noun()) needs the key '\(key)'", help: help)
            }
            return nil
        }
        return value.kind == .refused ? nil : value
    }
}
