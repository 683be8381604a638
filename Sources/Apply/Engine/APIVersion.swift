/// A version of Docker's API: 1.41.
struct APIVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    let major: Int
    let minor: Int

    /// Docker 20.10's.
    static let oldest = APIVersion(1, 41)

    /// Docker 28.0's, the first in which a network can do without IPv4.
    static let withoutIPv4 = APIVersion(1, 48)

    init(_ major: Int, _ minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Nil where the text is none.
    init?(_ text: String) {
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let major = numbers[0], let minor = numbers[1], (1...99).contains(major), (0...999).contains(minor) else {
            return nil
        }
        self.init(major, minor)
    }

    var description: String { "\(major).\(minor)" }

    static func < (a: Self, b: Self) -> Bool { (a.major, a.minor) < (b.major, b.minor) }
}
