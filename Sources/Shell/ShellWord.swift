/// A text as one word of a POSIX shell, whatever is in it: the only way by which a value of the plan gets into a script.
///
///     "\(ShellWord("media=true"))"        // 'media=true'
///     "\(ShellWord("it's $5"))"           // 'it'\''s '\$'5'
///
/// Between single quotes every byte stands for itself, and a single quote can't be among them (POSIX.1-2024, shell, 2.2.2).
/// A dollar or a backquote could; they stand outside too, so that nobody has to wonder whether it was meant to expand (SC2016).
public struct ShellWord: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    /// Quotes a text.
    public init(_ text: String) {
        var word = "'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'", "$", "`": word += "'\\\(scalar)'"
            default: word.unicodeScalars.append(scalar)
            }
        }
        description = word + "'"
    }
}
