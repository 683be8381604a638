internal import NetPlan

/// Reads words as values, in the words of a plan's own reader. What it can't know it says, once for each word.
struct ValueReader {
    let file: String

    func place(_ word: Word) -> Place { .mark(file: file, word.mark) }

    /// The word as a text that a plan's reader reads; nil, and told, where it is yet to be filled in.
    ///
    /// `noun`: "the subnet of overlay proxy".
    func known(_ word: Word, _ noun: String, reporting problems: inout Diagnostics) -> Document? {
        guard word.isKnown else {
            problems.report(
                .unknownName, .note, at: place(word), "\(noun) is '\(word.shown)', which is filled in elsewhere: it is not judged")
            return nil
        }
        return Document(word: word.shown.utf8, at: word.mark, in: file)
    }

    func prefix<A: Address>(_ word: Word, _ family: A.Type, _ noun: String, reporting problems: inout Diagnostics) -> Placed<Prefix<A>>? {
        known(word, noun, reporting: &problems)?.prefix(family, reporting: &problems).map { Placed($0, at: place(word)) }
    }

    func address(_ word: Word, _ noun: String, reporting problems: inout Diagnostics) -> Placed<IPv4Address>? {
        known(word, noun, reporting: &problems)?.address(reporting: &problems).map { Placed($0, at: place(word)) }
    }
}
