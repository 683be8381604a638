import Foundation

/// The manual pages, made from what `--help` is made from: the program's own `--experimental-dump-help`.
struct Manual {
    struct Name: Decodable {
        let kind: String
        let name: String

        /// As mdoc writes it: `Fl -json`.
        var macro: String { kind == "long" ? "Fl -\(name)" : "Fl \(name)" }
    }

    struct Argument: Decodable {
        let kind: String
        let names: [Name]?
        let preferredName: Name?
        let valueName: String?
        let abstract: String?
        let isOptional: Bool
        let isRepeating: Bool
        let defaultValue: String?
        let shouldDisplay: Bool
    }

    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let aliases: [String]?
        let arguments: [Argument]?
        let subcommands: [Command]?
        let shouldDisplay: Bool
    }

    private struct Dump: Decodable { let command: Command }

    /// The day of the last release: a page must not change with the day on which it is made.
    static let day = "November 21, 2026"

    let root: Command
    private let version: String

    init(dump: Data, version: String) throws {
        root = try JSONDecoder().decode(Dump.self, from: dump).command
        self.version = version.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private var verbs: [Command] { (root.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }

    /// Each page by its file's name.
    var pages: [(name: String, text: String)] {
        [("\(root.commandName).1", rootPage)] + verbs.map { ("\(root.commandName)-\($0.commandName).1", page(of: $0)) }
    }

    private var rootPage: String {
        var text = head(root.commandName, root)
        text += [".Sh SYNOPSIS", ".Nm", ".Ar verb", ".Op Ar argument ...", ".Sh DESCRIPTION"]
        text += Self.sentences(root.abstract ?? "") + paragraphs(but: ["Files: ", "Exit codes: "])
        text += [".Sh VERBS", ".Bl -tag -width Ds"]
        for verb in verbs {
            text +=
                [".It Cm \(([verb.commandName] + (verb.aliases ?? [])).joined(separator: " , Cm "))"] + Self.sentences(verb.abstract ?? "")
            text += ["See", ".Xr \(root.commandName)-\(verb.commandName) 1 ."]
        }
        text += [".El"] + files + exitStatus
        text += seeAlso(verbs.map { "\(root.commandName)-\($0.commandName)" })
        return text.joined(separator: "\n") + "\n"
    }

    private func page(of verb: Command) -> String {
        let name = "\(root.commandName)-\(verb.commandName)"
        let arguments = Self.arguments(of: verb)
        let parts = (verb.subcommands ?? []).filter(\.shouldDisplay)
        var text = head(name, verb)
        text += [".Sh SYNOPSIS", ".Nm \(root.commandName) \(verb.commandName)"] + arguments.map(Self.synopsis)
        for part in parts {
            text += [".Nm \(root.commandName) \(verb.commandName) \(part.commandName)"] + Self.arguments(of: part).map(Self.synopsis)
        }
        text += [".Sh DESCRIPTION"] + Self.sentences(verb.abstract ?? "")
        if let aliases = verb.aliases, !aliases.isEmpty {
            text += [".Pp", "Another name for it is", ".Cm \(aliases.joined(separator: " "))\u{20}."]
        }
        for paragraph in (verb.discussion ?? "").components(separatedBy: "\n\n") where !paragraph.isEmpty {
            text += [".Pp"] + Self.sentences(paragraph)
        }
        if !arguments.isEmpty { text += [".Sh OPTIONS"] + Self.list(of: arguments) }
        for part in parts { text += Self.section(of: part) }
        text += files + exitStatus + seeAlso([root.commandName])
        return text.joined(separator: "\n") + "\n"
    }

    private static func arguments(of verb: Command) -> [Argument] {
        (verb.arguments ?? []).filter { $0.shouldDisplay && !["version", "help"].contains($0.valueName ?? "") }
    }

    private static func list(of arguments: [Argument]) -> [String] {
        let items = arguments.flatMap { argument in
            let value = argument.kind == "flag" ? nil : argument.defaultValue
            return [".It \(heading(argument))"] + sentences(argument.abstract ?? "") + (value.map { ["Default: '\(escaped($0))'."] } ?? [])
        }
        return [".Bl -tag -width Ds"] + items + [".El"]
    }

    /// A verb of a verb: `emitters test`.
    private static func section(of part: Command) -> [String] {
        let text = [part.abstract ?? "", part.discussion ?? ""].flatMap { $0.components(separatedBy: "\n\n") }.filter { !$0.isEmpty }
        return [".Sh \(part.commandName.uppercased())"] + text.enumerated().flatMap { ($0 == 0 ? [] : [".Pp"]) + sentences($1) }
            + list(of: arguments(of: part))
    }

    private func head(_ name: String, _ command: Command) -> [String] {
        let abstract = command.abstract ?? ""
        let phrase = abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
        return [
            ".\\\" Made from the text of --help by 'UPDATE=1 swift test --filter ManualTests': change that.", ".Dd \(Self.day)",
            ".Dt \(name.uppercased()) 1", ".Os \"netplan-swarm \(version)\"", ".Sh NAME", ".Nm \(name)", ".Nd \(Self.escaped(phrase))",
        ]
    }

    private func paragraphs(but labels: [String]) -> [String] {
        (root.discussion ?? "").components(separatedBy: "\n\n").filter { paragraph in !labels.contains { paragraph.hasPrefix($0) } }
            .flatMap { [".Pp"] + Self.sentences($0) }
    }

    /// A paragraph of the program's own help that starts with a label: its entries.
    private func entries(_ label: String) -> [String] {
        let paragraph = (root.discussion ?? "").components(separatedBy: "\n\n").first { $0.hasPrefix(label) } ?? label
        return paragraph.dropFirst(label.count).trimmingCharacters(in: CharacterSet(charactersIn: ".\n")).components(separatedBy: "; ")
    }

    private var files: [String] {
        [".Sh FILES", ".Bl -tag -width Ds"] + entries("Files: ").flatMap { Self.entry($0, "Pa") } + [".El"]
    }

    private var exitStatus: [String] {
        [".Sh EXIT STATUS", ".Bl -tag -width Ds"] + entries("Exit codes: ").flatMap { Self.entry($0, "Li") } + [".El"]
    }

    private static func entry(_ text: String, _ macro: String) -> [String] {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        return [
            ".It \(macro) \(words[0].hasSuffix(":") ? String(words[0].dropLast()) : words[0])", escaped(words.count > 1 ? words[1] : ""),
        ]
    }

    private func seeAlso(_ pages: [String]) -> [String] {
        let names = pages.sorted()
        return [".Sh SEE ALSO"] + names.enumerated().map { ".Xr \($1) 1\($0 == names.count - 1 ? "" : " ,")" }
            + (names == [root.commandName] ? [".Pp", "Not affiliated with Canonical's netplan."] : [])
    }

    private static func synopsis(_ argument: Argument) -> String {
        let inner = heading(argument, onlyPreferred: true) + (argument.isRepeating ? " ..." : "")
        return argument.isOptional ? ".Op \(inner)" : ".\(inner)"
    }

    private static func heading(_ argument: Argument, onlyPreferred: Bool = false) -> String {
        let value = argument.valueName ?? "value"
        let names = onlyPreferred ? [argument.preferredName].compactMap(\.self) : argument.names ?? []
        switch argument.kind {
        case "positional": return "Ar \(value)"
        case "flag": return names.map(\.macro).joined(separator: " , ")
        default: return names.map { "\($0.macro) Ar \(value)" }.joined(separator: " , ")
        }
    }

    /// A line for each sentence, so that roff spaces them itself.
    private static func sentences(_ text: String) -> [String] {
        escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")).replacing(". ", with: ".\n").split(separator: "\n").map {
            String($0)
        }
    }

    /// Nothing that roff acts on: a backslash, or a dot or quote at the start of a line.
    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("--", with: "\\-\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&\(plain)" : plain
    }
}
