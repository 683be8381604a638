internal import NetPlan

/// The lock as it is on disk, and as it is to be.
struct LockChange {
    let path: String
    let old: [UInt8]?
    let new: [UInt8]
    private let isEmpty: Bool

    init(from site: PlannedSite, to lock: Lock) {
        path = site.lockPath
        old = site.savedLock
        new = lock.text
        isEmpty = lock.isEmpty
    }

    /// A plan that leaves nothing open needs no lock, and gets none.
    var isNeeded: Bool { old.map { $0 != new } ?? !isEmpty }

    /// The lines that go and come, with their sign.
    var lines: [String] {
        let after = Self.lines(of: new)
        guard let old else { return after.map { "+ " + $0 } }
        let before = Self.lines(of: old)
        let (had, has) = (Set(before), Set(after))
        return before.filter { !has.contains($0) }.map { "- " + $0 } + after.filter { !had.contains($0) }.map { "+ " + $0 }
    }

    var text: String {
        lines.reduce(into: "") { text, line in
            text += "  "
            text += line
            text += "\n"
        }
    }

    /// The decisions. By bytes: to a `String`, CR and LF are one character, and no end of a line.
    private static func lines(of bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n")).lazy.map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
            .filter { $0.first != UInt8(ascii: "#") && !$0.starts(with: "lock ".utf8) && !$0.isEmpty }
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
