internal import Glibc

/// Waiting, without anything to do.
enum Pause {
    static func second() { _ = sleep(1) }
}
