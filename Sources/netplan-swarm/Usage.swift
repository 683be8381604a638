internal import NetPlan

/// Which emitters' files hold an address or a name: found by reading them, so it is what is really written.
struct Usage {
    /// An emitter's contents, those that follow each other and are the same but once: every node's hosts file is one text.
    private var contents: [String: [[UInt8]]] = [:]

    init(of files: [FileArtifact]) {
        for file in files where contents[file.emitter]?.last != file.content { contents[file.emitter, default: []].append(file.content) }
    }

    func emitters(of answer: Answer) -> [String] {
        var words: [String] = []
        if let address = answer.address { words.append(address.description) }
        if let network = answer.network { words += [network.description, network.first.description] }
        if let range = answer.range, answer.kind == .dhcpClass { words += [range.lowerBound.description, range.upperBound.description] }
        if words.isEmpty { words = answer.names + [answer.name].compactMap(\.self) }
        // What is free, or a stranger's, is in no file, be it the start of a range or not. A macvlan is told slice by slice.
        if [.free, .leased, .taken, .macvlan].contains(answer.kind) { return [] }
        let needles = words.map { Array($0.utf8) }
        return contents.keys.sorted().filter { emitter in
            contents[emitter, default: []].contains { text in needles.contains { Self.holds(text, $0) } }
        }
    }

    /// Whether a word stands in a text with neither letter, digit nor dot on either side of it.
    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, text.count >= word.count else { return false }
        return text.withUnsafeBufferPointer { text in
            for start in 0...(text.count - word.count) where text[start] == first {
                guard text[start..<(start + word.count)].elementsEqual(word), start == 0 || !isPart(text[start - 1]) else { continue }
                let end = start + word.count
                let isLast = end == text.count || !isPart(text[end]) || (text[end] == UInt8(ascii: ".") && !hasDigit(text, end + 1))
                if isLast { return true }
            }
            return false
        }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "_")
    }

    private static func hasDigit(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index < text.count && (0x30...0x39).contains(text[index])
    }
}
