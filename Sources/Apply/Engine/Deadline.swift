internal import Glibc

/// A moment by which something has to be over, by a clock that nobody sets.
struct Deadline: Sendable {
    private let end: Int

    /// So many milliseconds from now.
    init(milliseconds: Int) { end = Self.now + milliseconds }

    /// How many are left; nothing where it has passed.
    var milliseconds: Int32 { Int32(clamping: max(0, end - Self.now)) }

    /// Waits a moment; false where there is none left.
    func pause(milliseconds: Int32) -> Bool {
        let left = self.milliseconds
        if left == 0 { return false }
        usleep(useconds_t(min(milliseconds, left)) * 1000)
        return true
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
