import Testing

/// A file of a megabyte that somebody made to hurt, and what the program must say of it.
struct BigFile: Sendable, CustomTestStringConvertible {
    let name: String
    /// What it is put in place of.
    let file: String
    let content: @Sendable (_ size: Int) -> [UInt8]
    let status: Int32
    /// A part of the first line: the place and what is wrong.
    let words: String
    /// What the program is told; nil where a plan is validated, and all else is read on the way to the files.
    var command: String?
    /// The plan that it is read for, where it is none itself.
    var plan = BigFile.head
    /// A shell's words before that, to make what else is needed.
    var before = ""

    var testDescription: String { name }

    static let head = "version: 1\nsite: home\n"
    private static let lan = "lans: {home: {subnet: 10.0.0.0/8, gateway: 10.0.0.1}}\n"

    /// `start`, then `piece` again and again up to `size`, then `end`.
    private static func plan(_ name: String, _ start: String, _ piece: String, _ end: String, _ status: Int32, _ words: String) -> BigFile {
        BigFile(name: name, file: "netplan-swarm.yaml", content: { fill(start, piece, end, to: $0) }, status: status, words: words)
    }

    private static func numbered(
        _ name: String, _ start: String, _ piece: @escaping @Sendable (Int) -> String, _ end: String, _ words: String
    ) -> BigFile {
        BigFile(
            name: name, file: "netplan-swarm.yaml",
            content: { size in
                var bytes = Array((head + start).utf8)
                var index = 0
                while bytes.count < size { bytes += piece(index).utf8; index += 1 }
                return bytes + end.utf8
            }, status: 3, words: words)
    }

    private static func beside(
        _ name: String, _ file: String, _ start: String, _ piece: String, _ end: String = "", _ status: Int32, _ words: String
    )
        -> BigFile
    {
        BigFile(name: name, file: file, content: { fill(start, piece, end, to: $0) }, status: status, words: words)
    }

    static func fill(_ start: String, _ piece: String, _ end: String, to size: Int) -> [UInt8] {
        var bytes = Array(start.utf8)
        let piece = Array(piece.utf8)
        while bytes.count + piece.count + end.utf8.count <= size { bytes += piece }
        return bytes + end.utf8
    }

    static let all = ours + pasted + exports + saved + answers

    /// The plan, and what we wrote ourselves.
    private static let ours: [BigFile] = [
        plan("one scalar", head + "domain: ", "x", ":3:9: error:"),
        plan("one quoted scalar", head + "domain: \"", "x", "\"\n", ":3:9: error:"),
        plan("one scalar of escapes", head + "domain: \"", "\\x41", "\"\n", ":3:9: error:"),
        plan("one block of text", head + "domain: |\n", "  x\n", ":3:9: error:"),
        plan("one key", head, "x", ": 1\n", ":3:1: error: this is "),
        plan("one quoted key", head + "\"", "x", "\": 1\n", ":3:1: error: this is "),
        plan("[", head, "[", ":3:1: error: this is "), plan("{", head, "{", ": error: "),
        plan("[ from the start", "", "[", ":1:65: error: this is nested deeper than 64"),
        plan("{ from the start", "", "{", ":1:2: error: a key is a text, not a map"),
        plan("{a:", head + "x: ", "{a: ", ": error: this is nested deeper than 64"),
        plan("&a", head, "&a ", ":3:1: error: this is "), plan("- - -", head, "- ", ":3:1: error: this is "),
        plan("- - - from the start", "", "- ", ":1:129: error: this is nested deeper than 64"),
        plan("? ? ?", "", "? ", ":1:3: error: a key is a text"),
        plan("colons", head, ": ", ": error: "), plan("tabs", head, "\t", ": error: "), plan("quotes", head, "'", ": error: "),
        plan("double quotes", head, "\"", ": error: "), plan("NULs", head, "\0", ":3:1: error: the file holds a NUL byte"),
        plan("blanks", head, " ", "", 0, "no problem found"), plan("line ends", head, "\n", "", 0, "no problem found"),
        plan("carriage returns", head, "\r", "", 0, "no problem found"), plan("comment", head, "#", "", 0, "no problem found"),
        plan("comments", head, "#\n", "", 0, "no problem found"), plan("byte order marks", head, "\u{FEFF}", ": error: "),
        plan("bidirectional marks", head + "domain: ", "\u{202E}", ":3:9: error: this text holds a bidirectional mark"),
        plan("list items", head + "ingress:\n", "- a\n", ":4:3: error: there is no VIP or node 'a'"),
        plan("list items in one line", head + "ingress: [", "ab,", "]\n", ":3:11: error: there is no VIP or node 'ab'"),
        plan("the same key", head + "nodes:\n", "  ds1: {a: 1}\n", ": error: "),
        plan("the same key at the top", "version: 1\n", "site: home\n", ":3:1: error: the key 'site' is here again"),
        plan("aliases of a text", head + "a: &a x\nb: [", "*a,", "]\n", ":3:1: error: a plan has no key 'a'"),
        plan(
            "aliases of a list", head + "a: &a [\(String(repeating: "x,", count: 100))]\nb: [", "*a,", "]\n",
            ": error: the aliases make the plan far longer"),
        numbered(
            "names at each of many managers",
            "lans: {home: {subnet: 10.128.0.0/9, gateway: 10.128.0.1}}\nnodes:\n"
                + (0..<1000).map { "  n\($0): {address: 10.128.\($0 / 250 + 1).\($0 % 250), role: manager}\n" }.joined()
                + "services:\n",
            { "  s\($0): {backends: [\"http://10.128.9.9\"]}\n" }, "", "addresses each are more than a hosts file or a zone is for"),
        plan(
            "an alias bomb",
            "a0: &a0 [\(String(repeating: "x,", count: 9))]\n"
                + (1...9).map { "a\($0): &a\($0) [\(String(repeating: "*a\($0 - 1),", count: 9))]\n" }.joined(), "#",
            ": error: the aliases make the plan far longer"),
        plan("DNS servers in one line", head + "lans: {home: {subnet: 10.0.0.0/8, dns: [", "1.1.1.1,", "]}}\n", ":3:23: error: LAN home"),
        plan("the same pool", head + "pools: {overlay: [", "10.0.0.0/8,", "]}\n", 0, "no problem found"),
        plan("the same alias", head + lan + "nodes: {a: {address: auto, aliases: [", "n,", "]}}\n", ": "),
        plan("invalid UTF-8 at the end", head + "#", "x", "\n", ":4:1: error: the file is not UTF-8 from here on").ended(by: [0xFF]),
        numbered("anchors", "a: [", { "&a\($0) x," }, "]\n", ":3:1: error: a plan has no key 'a'"),
        numbered("unknown keys", "", { "k\($0): 1\n" }, ":3:1: error: a plan has no key 'k0'"),
        numbered("unknown keys in one line", "x: {", { "k\($0): 1," }, "}\n", ":3:1: error: a plan has no key 'x'"),
        numbered("levels of blanks", "", { String(repeating: " ", count: $0) + "a:\n" }, ": error: this is nested deeper than 64"),
        numbered("devices without an address", lan + "devices: {", { "d\($0): {}," }, "}\n", ": error: "),
        numbered("devices with one address", lan + "devices:\n", { "  d\($0): {address: 10.0.0.1}\n" }, ": error: "),
        numbered("LANs in one place", "lans:\n", { "  l\($0): {subnet: 10.0.0.0/8}\n" }, ": warning: "),
        numbered("overlays in one place", "overlays:\n", { "  o\($0): {subnet: 10.9.0.0/24}\n" }, ": error: "),
        beside(
            "a lock of junk", "netplan-swarm.lock", "lock 1 home\n", "x\n", "", 3,
            "netplan-swarm.lock:2:1: error: this line is not a decision"),
        beside(
            "a lock of one line", "netplan-swarm.lock", "lock 1 home", "x", "", 3, "netplan-swarm.lock:1:1: error: the lock is of the site"),
        beside(
            "a lock of blanks", "netplan-swarm.lock", "lock 1 home\n", " ", "", 3,
            "netplan-swarm.lock:2:1: error: this line is not a decision"),
        beside("a lock of line ends", "netplan-swarm.lock", "", "\n", "", 3, "netplan-swarm.lock:1:1: error: this is not a lock"),
        beside("a lock of NULs", "netplan-swarm.lock", "", "\0", "", 3, "netplan-swarm.lock:1:1: error: this is not a lock"),
        beside(
            "a lock with one decision", "netplan-swarm.lock", "lock 1 home\n", "overlay o 10.0.0.0/24\n", "", 3,
            "netplan-swarm.lock:3:1: error: this was decided in line 2"),
        beside("a manifest of [", "out/manifest.json", "", "[", "", 1, "'out/manifest.json' can't be read"),
        beside("a manifest of objects", "out/manifest.json", "", "{\"a\":", "", 1, "'out/manifest.json' can't be read"),
        beside("a manifest of NULs", "out/manifest.json", "", "\0", "", 1, "'out/manifest.json' can't be read"),
        beside("a manifest of digits", "out/manifest.json", "{\"schemaVersion\": ", "1", "}", 1, "'out/manifest.json' can't be read"),
        beside(
            "a manifest of one name", "out/manifest.json", "{\"schemaVersion\": 1, \"site\": \"", "x", "\"}", 1,
            "'out/manifest.json' can't be read"),
        beside(
            "a manifest with a long path", "out/manifest.json", "{\"schemaVersion\": 1, \"site\": \"home\", \"artifacts\": [{\"path\": \"",
            "a/", "b\"}]}", 1, "'out/manifest.json' can't be read"),
        beside(
            "a manifest of one key", "out/manifest.json", "{", "\"a\": 1, ", "\"schemaVersion\": 1, \"site\": \"home\", \"artifacts\": []}",
            0, "0 files"),
        beside("a journal of junk", "out/.netplan-swarm/journal", "netplan-swarm journal 1\n", "put a\n", "", 0, "undone"),
    ]

    private func ended(by end: [UInt8]) -> BigFile {
        BigFile(name: name, file: file, content: { [content] in content($0) + end }, status: status, words: words)
    }
}

extension BigFile {
    fileprivate static func plan(_ name: String, _ start: String, _ piece: String, _ words: String) -> BigFile {
        plan(name, start, piece, "", 3, words)
    }

    fileprivate static func plan(_ name: String, _ start: String, _ piece: String, _ end: String, _ words: String) -> BigFile {
        plan(name, start, piece, end, 3, words)
    }

    fileprivate static func numbered(_ name: String, _ start: String, _ piece: @escaping @Sendable (Int) -> String, _ words: String)
        -> BigFile
    {
        numbered(name, start, piece, "", words)
    }
}
