/// Everything that the scanner and the parser of libyaml 0.2.5 can say, and the change that mends it.
extension SyntaxFault {
    /// The sentence and the help for a problem.
    struct Words {
        let message: String
        let help: String
        /// Whether it is a matter of what was opened, and not of where the text went on.
        var isAboutStart = false
    }

    /// What was opened, for the note at its place.
    var opening: String? {
        switch context {
        case "while parsing a flow mapping": "the '{' is here"
        case "while parsing a flow sequence": "the '[' is here"
        case "while parsing a block mapping": "the map starts here"
        case "while parsing a block collection": "the list starts here"
        default: nil
        }
    }

    var words: Words {
        switch (context, problem) {
        case (_, "found character that cannot start any token"): strangeStart
        case (_, "could not find expected ':'"):
            crampedKey.map {
                Words(message: "a blank is missing behind the ':' of '\($0)'", help: "write '\($0): ', then its value", isAboutStart: true)
            }
                ?? Words(
                    message: "this is no 'key: value': it has no ':'",
                    help: "write ': ' behind the key, or '- ' in front of an item of a list",
                    isAboutStart: true)
        case (_, "mapping values are not allowed in this context"):
            Words(
                message: "a ':' has no place here",
                help: "a text with ': ' in it needs quotes; else indent this line like the key above, or give that one its ':'")
        case (_, "block sequence entries are not allowed in this context"):
            Words(message: "a '- ' has no place here", help: "write the list below its key, one '- item' a line; or as [item, item]")
        case (_, "mapping keys are not allowed in this context"):
            Words(message: "a '? ' has no place here", help: "write 'key: value'; a text that starts with '? ' needs quotes")

        case (_, "did not find expected ',' or '}'"):
            Words(message: "a ',' or the closing '}' is missing here", help: "write it, or quote the text that stands here")
        case (_, "did not find expected ',' or ']'"):
            Words(message: "a ',' or the closing ']' is missing here", help: "write it, or quote the text that stands here")
        case (_, "did not find expected key") where character == "]" || character == "}":
            Words(message: "this bracket was never opened", help: "take it out")
        case (_, "did not find expected key"):
            Words(
                message: "this is neither a new key nor part of the value before it",
                help: "indent it like the keys around it; or is a quote closed too early?")
        case (_, "did not find expected '-' indicator"):
            Words(
                message: "this is neither a new item of the list nor part of the one before it",
                help: "write '- ' in front of it, or indent it like its neighbours")
        case (_, "did not find expected node content"):
            Words(message: "a value is missing here", help: "is there a comma too many, or the wrong bracket?")
        case (_, "did not find expected <document start>") where !hasDirective:
            Words(message: "the plan ended before this", help: "is a bracket closed too early?")

        case ("while scanning a quoted scalar", "found unexpected end of stream"),
            ("while scanning a quoted scalar", "found unexpected document indicator"):
            Words(message: "this quote is never closed", help: "close it at the end of the text", isAboutStart: true)
        case ("while parsing a quoted scalar", _):
            Words(
                message: "a '\\' in double quotes starts an escape, and this is none",
                help: "write the text in single quotes, where '\\' is a character like any other")
        case (_, "found unexpected ':'"):
            Words(message: "a ':' has no place in this text", help: "quote the text, or write a blank behind the ':' of a key")

        case (_, "found a tab character that violates indentation"), (_, "found a tab character where an indentation space is expected"):
            tab
        case ("while scanning a block scalar", _):
            Words(message: "nothing can stand behind '|' or '>' in a line", help: "write the text in quotes, in one line")
        case ("while scanning an anchor", _), ("while scanning an alias", _):
            Words(
                message: "a text that starts with '*' or '&' is an alias or an anchor to YAML, and this can't be the name of one",
                help: "put the text in quotes, as \"*.home.arpa\"", isAboutStart: true)
        case (let context, "found undefined tag handle") where !context.isEmpty, (let context, _) where context.hasSuffix("a tag"):
            Words(
                message: "a text that starts with '!' is a tag to YAML",
                help: "put the text in quotes, or take the tag out: every value is text", isAboutStart: true)
        case (let context, _) where context.hasSuffix("directive"): directive
        case (_, "found duplicate %YAML directive"), (_, "found duplicate %TAG directive"), (_, "found incompatible YAML document"),
            (_, "did not find expected <document start>"):
            directive

        case (_, "control characters are not allowed"):
            Words(message: "an invisible control character stands here", help: "take it out")
        default:
            Words(
                message: "this is not YAML: \(problem.isEmpty ? "there is no memory left to read it" : problem)",
                help: "is the line indented like its neighbours, and every quote and bracket closed?")
        }
    }

    private var tab: Words { Words(message: "a tab can't indent a line", help: "indent it with blanks") }

    private var directive: Words {
        Words(
            message: "a line that starts with '%' is an instruction to YAML, and a plan needs none",
            help: "take the line out")
    }

    private var strangeStart: Words {
        guard let character, character != "\t" else { return tab }
        return Words(message: "a text can't start with '\(character)'", help: "put the text in quotes")
    }
}
