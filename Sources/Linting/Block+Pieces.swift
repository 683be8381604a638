extension Block {
    /// Itself, or the texts that are in it: the documents of a YAML stream, what a script writes to a file, what a command printed.
    var pieces: [Block] {
        let kind = kind
        switch kind {
        // A script that writes such a file is no such file.
        case .compose, .leases:
            let ends = insetEnds
            let isScript = ends.keys.contains { Self.marker(trimmed(lines[$0])) != nil }
            return isScript ? apart(ends) : kind == .compose ? documents : [self]
        case .shell, .foreign: return apart(insetEnds)
        case .inspection: return isOnePerLine ? lines.map { Block(text: text, lines: [$0]) } : [self]
        }
    }

    /// Whether each line is a network, as `inspect --format '{{json .}}'` prints them.
    private var isOnePerLine: Bool {
        lines.allSatisfy { bytes(of: $0).isEmpty || (bytes(of: $0).has(prefix: "{") && trimmed($0).has(suffix: "}")) }
    }

    /// What lies between lines of three dashes.
    private var documents: [Block] {
        lines.split { bytes(of: $0).has(prefix: "---") }.map { Block(text: text, lines: Array($0)) }
    }

    /// Here-documents and JSON apart, where they are something that is read; the commands around them as one.
    private func apart(_ ends: [Int: Int]) -> [Block] {
        var (insets, rest): ([Block], [Line]) = ([], [])
        var index = 0
        while index < lines.count {
            rest.append(lines[index])
            index += 1
            guard let end = ends[index - 1] else { continue }
            // A here-document starts behind its line; JSON with it.
            let isJSON = ["[", "{"].contains { trimmed(lines[index - 1]).has(prefix: $0) }
            let inset = part((isJSON ? index - 1 : index)..<end).dedented
            if inset.kind == .shell { continue }
            if isJSON { rest.removeLast() }
            insets += inset.kind == .compose ? inset.documents : [inset]
            index = end
        }
        return [Block(text: text, lines: rest, isFragment: isFragment)] + insets
    }

    /// Where what starts on a line ends: the index of the first line that is no part of it.
    private var insetEnds: [Int: Int] {
        // For each word that stands alone on lines, and each bracket, those lines: looked up, so that nothing is searched twice.
        var alone: [[UInt8]: [Int]] = [:]
        for (index, line) in lines.enumerated() where line.bytes.count <= 80 {
            let bytes = trimmed(line)
            if !bytes.isEmpty, !bytes.contains(where: \.isBlank) { alone[Array(bytes), default: []].append(index) }
        }
        func first(_ word: [UInt8], after index: Int) -> Int? {
            guard let found = alone[word] else { return nil }
            var (low, high) = (0, found.count)
            while low < high {
                let middle = (low + high) / 2
                if found[middle] > index { high = middle } else { low = middle + 1 }
            }
            return low < found.count ? found[low] : nil
        }
        var ends: [Int: Int] = [:]
        var open = 0
        for (index, line) in lines.enumerated() where index >= open {
            let bytes = trimmed(line)
            if bytes.elementsEqual("[".utf8) || bytes.elementsEqual("{".utf8) {
                guard let end = first(bytes.elementsEqual("[".utf8) ? [0x5D] : [0x7D], after: index) else { continue }
                ends[index] = end + 1
            } else if let word = Self.marker(bytes), let end = first(word, after: index) {
                ends[index] = end
            } else {
                continue
            }
            open = ends[index] ?? open
        }
        return ends
    }

    /// The word behind `<<`, without its quotes.
    private static func marker(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        guard line.count <= 4096, let start = line.indices.first(where: { line[$0...].has(prefix: "<<") }) else { return nil }
        let rest = line[(start + 2)...].drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "~") }.trimmed
        let word = rest.filter { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }.prefix {
            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_")
        }
        return word.isEmpty ? nil : Array(word)
    }
}
