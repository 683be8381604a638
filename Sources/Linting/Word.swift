internal import NetPlan

/// A text that stands for a value, wherever it is from.
struct Word {
    let text: [UInt8]
    let mark: Mark
    /// Whether the text is the value itself, and nothing that is yet to be filled in.
    let isKnown: Bool

    init(_ text: some Sequence<UInt8>, at mark: Mark, isKnown: Bool = true) {
        self.text = Array(text)
        self.mark = mark
        self.isKnown = isKnown && !Placeholder.isIn(self.text)
    }

    var shown: String { text.shown }

    /// Whether it is an address or a network of IPv6.
    var isV6: Bool { text.contains(UInt8(ascii: ":")) }
}
