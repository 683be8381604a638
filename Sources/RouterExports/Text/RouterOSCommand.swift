/// A command of a RouterOS script: the menu it is given in, the verb, and what it sets.
///
///     /ip dhcp-server lease add address=192.168.0.11 mac-address=…      // menu ip/dhcp-server/lease, verb add
struct RouterOSCommand {
    let menu: String
    let verb: String
    let values: [String: String]
    let line: Int

    func value(_ key: String) -> String { values[key] ?? "" }
    var isDisabled: Bool { ["yes", "true"].contains(value("disabled")) }

    private static let verbs: Set = [
        "add", "set", "remove", "print", "enable", "disable", "edit", "find", "export", "comment", "move", "unset",
    ]

    /// The commands of `/export`, or of a script: a menu holds until another is named.
    static func all(in bytes: [UInt8]) -> [RouterOSCommand] {
        var tokens = RouterOSTokens(bytes)
        var commands: [RouterOSCommand] = []
        var menu: [String] = []
        while let (words, line) = tokens.nextCommand() {
            var words = words[...]
            var path = menu
            if let first = words.first, first.hasPrefix("/") {
                words.removeFirst()
                path = first.split(separator: "/").map(String.init)
                if let last = path.last, verbs.contains(last) {
                    path.removeLast()
                    words.insert(last, at: words.startIndex)
                }
                while let word = words.first, !verbs.contains(word), !word.contains("=") {
                    path.append(contentsOf: word.split(separator: "/").map(String.init)); words.removeFirst()
                }
                menu = path
            }
            guard let verb = words.popFirst(), verbs.contains(verb) else { continue }
            var values: [String: String] = [:]
            for word in words {
                let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
            }
            commands.append(RouterOSCommand(menu: path.joined(separator: "/"), verb: verb, values: values, line: line))
        }
        return commands
    }
}
