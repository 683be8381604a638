/// RouterOS as far as our scripts go: strict where the manual is ("Scripting", RouterOS 7), and refusing all that is beyond it.
///
/// A script is read, and run on tables of rows: so it is known what a second run does.
struct RouterOSScript {
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    indirect enum Value: Equatable {
        case text(String)
        case command(Command)
        case block([Command])
    }

    struct Argument: Equatable {
        /// Nil for a word or a value that stands alone.
        let name: String?
        let comparison: Character?
        let value: Value
    }

    struct Command: Equatable {
        /// `/ip pool add` or `:do`, `find`.
        var words: [String]
        var arguments: [Argument]
    }

    let commands: [Command]

    init(_ text: String) throws {
        var commands: [Command] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) where !line.hasPrefix("#") {
            guard line.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw Refused(description: "not ASCII: \(line)") }
            var reader = Reader(rest: line[...])
            commands.append(try reader.command())
            guard reader.rest.isEmpty else { throw Refused(description: "behind the command: \(reader.rest)") }
        }
        self.commands = commands
    }

    private struct Reader {
        var rest: Substring

        mutating func skipBlanks() { rest = rest.drop { $0 == " " } }

        mutating func take(_ character: Character) throws {
            guard rest.first == character else { throw Refused(description: "'\(character)' is missing before '\(rest.prefix(30))'") }
            rest.removeFirst()
        }

        mutating func command() throws -> Command {
            var command = Command(words: [], arguments: [])
            while true {
                skipBlanks()
                guard let first = rest.first, !"]})".contains(first) else { break }
                if first == "[" || first == "{" || first == "(" || first == "\"" {
                    command.arguments.append(Argument(name: nil, comparison: nil, value: try value()))
                    continue
                }
                let word = rest.prefix { $0.isLetter || $0.isNumber || "-/:_.".contains($0) }
                if word.isEmpty, first == "=" {
                    // The comparison of `:if (… = 0)`.
                    rest.removeFirst()
                    command.arguments.append(Argument(name: nil, comparison: "=", value: .text("")))
                    continue
                }
                guard !word.isEmpty else { throw Refused(description: "'\(first)' can't stand here: \(rest.prefix(30))") }
                rest = rest[word.endIndex...]
                if let comparison = rest.first, comparison == "=" || comparison == "~", !word.hasPrefix(":"), !word.contains("/") {
                    rest.removeFirst()
                    command.arguments.append(Argument(name: String(word), comparison: comparison, value: try value()))
                } else if command.arguments.isEmpty {
                    command.words.append(String(word))
                } else {
                    command.arguments.append(Argument(name: nil, comparison: nil, value: .text(String(word))))
                }
            }
            return command
        }

        mutating func value() throws -> Value {
            switch rest.first {
            case "[":
                rest.removeFirst()
                let inner = try command()
                try take("]")
                return .command(inner)
            case "(":
                rest.removeFirst()
                let inner = try command()
                try take(")")
                return .command(inner)
            case "{":
                rest.removeFirst()
                let inner = try command()
                skipBlanks()
                try take("}")
                return .block([inner])
            case "\"": return .text(try string())
            default:
                // Unquoted: nothing that ends a command, starts one, or is a variable.
                let word = rest.prefix { $0.isLetter || $0.isNumber || ".:-/,_".contains($0) }
                guard !word.isEmpty else { throw Refused(description: "a value is missing before '\(rest.prefix(30))'") }
                rest = rest[word.endIndex...]
                if let next = rest.first, !" ]})".contains(next) { throw Refused(description: "'\(next)' in a value without quotes") }
                return .text(String(word))
            }
        }

        mutating func string() throws -> String {
            try take("\"")
            var text = ""
            while let character = rest.popFirst() {
                switch character {
                case "\"": return text
                case "$": throw Refused(description: "a variable in a string")
                case "\\":
                    guard let escaped = rest.popFirst(), "\"\\$nrt_".contains(escaped) else {
                        throw Refused(description: "a strange escape")
                    }
                    text.append(escaped)
                default: text.append(character)
                }
            }
            throw Refused(description: "a string is not closed")
        }
    }
}
