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
        let (before, after) = (Self.lines(of: old ?? []), Self.lines(of: new))
        let (had, has) = (Set(before), Set(after))
        return before.filter { !has.contains($0) }.map { "- \($0)" } + after.filter { !had.contains($0) }.map { "+ \($0)" }
    }

    var text: String { lines.map { "  \($0)\n" }.joined() }

    private static func lines(of bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter {
            !$0.hasPrefix("#") && !$0.hasPrefix("lock ")
        }
    }
}
