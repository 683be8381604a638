/// OpenWrt's configuration as libuci reads it: sections with a name, options in quotes; what is there is merged by name.
struct UCIPackage: Equatable {
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    struct Section: Equatable {
        let type: String
        var options: [String: String] = [:]
    }

    var sections: [String: Section] = [:]
    private(set) var order: [String] = []

    /// `uci -m import`.
    mutating func merge(_ text: String) throws {
        var current: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            var words = try Self.words(of: line)
            if words.isEmpty { continue }
            switch words.removeFirst() {
            case "config":
                guard words.count == 2, Self.isName(words[0]), Self.isName(words[1]) else { throw Refused(description: "\(line)") }
                if let there = sections[words[1]], there.type != words[0] { throw Refused(description: "another type: \(line)") }
                if sections[words[1]] == nil { order.append(words[1]) }
                sections[words[1], default: Section(type: words[0])].options.merge([:]) { $1 }
                current = words[1]
            case "option":
                guard let current, words.count == 2, Self.isName(words[0]) else { throw Refused(description: "\(line)") }
                sections[current]?.options[words[0]] = words[1]
            default: throw Refused(description: "\(line)")
            }
        }
    }

    /// UCI's identifiers: no dash, no dot.
    private static func isName(_ word: String) -> Bool {
        !word.isEmpty
            && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F }
    }

    private static func words(of line: Substring) throws -> [String] {
        var words: [String] = []
        var rest = line.drop { $0 == " " || $0 == "\t" }
        while let first = rest.first, first != "#" {
            if first == "'" {
                guard let end = rest.dropFirst().firstIndex(of: "'") else { throw Refused(description: "not closed: \(line)") }
                words.append(String(rest[rest.index(after: rest.startIndex)..<end]))
                rest = rest[rest.index(after: end)...]
            } else {
                let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                guard !word.isEmpty else { throw Refused(description: "\(line)") }
                words.append(String(word))
                rest = rest[word.endIndex...]
            }
            if let next = rest.first, next != " ", next != "\t" { throw Refused(description: "no blank behind a word: \(line)") }
            rest = rest.drop { $0 == " " || $0 == "\t" }
        }
        return words
    }
}
