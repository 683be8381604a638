/// A section of OpenWrt's configuration: `config host 'ds1'` with its options.
struct UCISection {
    let type: String
    /// Empty where it has none.
    let name: String
    let line: Int
    private var options: [String: (values: [String], line: Int)] = [:]

    private init(_ type: String, _ name: String, line: Int) {
        self.type = type
        self.name = name
        self.line = line
    }

    func value(_ option: String) -> String? { options[option]?.values.first }
    func values(_ option: String) -> [String] { options[option]?.values ?? [] }
    func line(of option: String) -> Int { options[option]?.line ?? line }
    func isTrue(_ option: String) -> Bool { ["1", "yes", "on", "true", "enabled"].contains(value(option) ?? "") }

    private mutating func add(_ values: some Sequence<String>, to option: String, line: Int) {
        options[option, default: ([], line)].values += values
    }

    /// The sections of a file, or of what `uci show` prints, in the order of the text.
    static func all(in lines: [ExportLine]) -> [UCISection] {
        var sections: [UCISection] = []
        var shown: [String: Int] = [:]
        for line in lines {
            let words = line.words
            guard let first = words.first else { continue }
            switch first {
            case "config" where words.count > 1: sections.append(UCISection(words[1], words.count > 2 ? words[2] : "", line: line.number))
            case "option" where words.count > 2, "list" where words.count > 2:
                if !sections.isEmpty { sections[sections.count - 1].add([words[2]], to: words[1], line: line.number) }
            default: addShown(words, line: line.number, to: &sections, &shown)
            }
        }
        return sections
    }

    /// `dhcp.@host[0]=host` and `dhcp.@host[0].mac='…' '…'`. A line's first word holds the first value: nothing is quoted before it.
    private static func addShown(_ words: [String], line: Int, to sections: inout [UCISection], _ shown: inout [String: Int]) {
        let parts = words[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return }
        let path = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        if path.count == 2 {
            shown[String(parts[0])] = sections.count
            sections.append(UCISection(String(parts[1]), String(path[1]), line: line))
        } else if path.count == 3, let index = shown["\(path[0]).\(path[1])"] {
            sections[index].add([String(parts[1])] + words.dropFirst(), to: String(path[2]), line: line)
        }
    }
}
