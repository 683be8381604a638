internal import Glibc

/// A plan that no other run may decide from, for as long as the value lives.
///
///     let held = try HeldPlan("netplan-swarm.yaml")
///
/// Two runs with different output folders share one lock file: without this, the later would undo the decisions of the earlier.
/// Looking at a plan needs no hold. Nothing is written: the hold is flock(2) on the plan itself.
public struct HeldPlan: ~Copyable {
    private let file: FileDescriptor

    /// Fails with exit code 5 where another run holds it, and as `PlanSource.read` does where it can't be opened.
    public init(_ path: String) throws(Failure) { file = try Self.hold(path) }

    private static func hold(_ path: String) throws(Failure) -> FileDescriptor {
        let file = try open(path)
        let isOurs = try explaining("hold", path) { () throws(SystemError) in try file.lock() }
        if isOurs { return file }
        throw Failure("another run is deciding by '\(path)': wait until it has ended, then run again", exitCode: Failure.busy)
    }

    private static func open(_ path: String) throws(Failure) -> FileDescriptor {
        do { return try FileDescriptor(opening: path, O_RDONLY | O_NONBLOCK) } catch {
            // Reading it says what is wrong in better words.
            _ = try PlanSource.read(path)
            throw error.failure("read", path)
        }
    }
}
