/// A Docker Engine release: `20.10`, `28.0.0`.
public struct EngineVersion: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    public let major: Int
    public let minor: Int
    /// Nil for any patch of the minor release.
    public let patch: Int?

    public init(_ major: Int, _ minor: Int, _ patch: Int? = nil) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads one to three numbers with dots between them.
    public init(parsing text: Span<UInt8>) throws(ParseError) {
        var numbers: [Int] = []
        var start = 0
        for index in 0...text.count where index == text.count || text[index] == UInt8(ascii: ".") {
            guard let number = Digits.number(text.extracting(start..<index)), number < 1000, numbers.count < 3 else {
                throw ParseError("a version is one to three numbers with dots, as 20.10 or 28.0.1", at: start)
            }
            numbers.append(number)
            start = index + 1
        }
        self.init(numbers[0], numbers.count > 1 ? numbers[1] : 0, numbers.count > 2 ? numbers[2] : nil)
    }

    public static func < (a: Self, b: Self) -> Bool { (a.major, a.minor, a.patch ?? 0) < (b.major, b.minor, b.patch ?? 0) }

    public var description: String { "\(major).\(minor)" + (patch.map { ".\($0)" } ?? "") }
}
