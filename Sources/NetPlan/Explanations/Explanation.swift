/// What a rule means to somebody who meets it for the first time: `netplan-swarm explain RULE`.
///
///     let explanation = Explanation.of(.duplicateAddress)
///     explanation?.bad      // a plan with this one finding
///     explanation?.good     // the same plan, mended
public struct Explanation: Sendable {
    public let rule: RuleID

    /// Half a line, for the list of all rules.
    public let summary: String

    /// What is wrong and what comes of it, in two or three sentences.
    public let meaning: String

    /// What real programs do with this fault, with their versions: measured, or read in their source. Where no other one reads such a
    /// thing, it says so.
    public let elsewhere: String

    /// A small plan that has this finding, and no other.
    public let bad: String

    /// The lock beside it, where the rule is about one.
    public let badLock: String?

    /// The smallest change that mends it: each text of the plan or its lock, and what takes its place.
    let mend: [(old: String, new: String)]

    init(
        _ rule: RuleID, _ summary: String, meaning: String, elsewhere: String, bad: String, lock: String? = nil,
        mend: KeyValuePairs<String, String>
    ) {
        self.rule = rule
        self.summary = summary
        // The literals are wrapped where an editor's line ends: a person's terminal wraps them anew.
        self.meaning = meaning.replacing("\n", with: " ")
        self.elsewhere = elsewhere.replacing("\n", with: " ")
        self.bad = bad + "\n"
        badLock = lock.map { $0 + "\n" }
        self.mend = mend.map { ($0.key, $0.value) }
    }

    /// The plan without the fault.
    public var good: String { mended(bad) }

    /// The lock beside it.
    public var goodLock: String? { badLock.map(mended) }

    private func mended(_ text: String) -> String { mend.reduce(text) { $0.replacing($1.old, with: $1.new) } }
}

extension Explanation {
    /// Every rule's, in the order of `RuleID`.
    public static let all: [Explanation] =
        document + values + addresses + subnets + slices + macvlans + swarm + dhcp + lock

    /// A rule's own.
    public static func of(_ rule: RuleID) -> Explanation? { all.first { $0.rule == rule } }
}
