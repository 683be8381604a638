internal import Glibc

/// Waiting, without anything to do.
enum Pause {
    static func seconds(_ count: Int) { _ = sleep(UInt32(count)) }
}
