internal import Glibc

/// What a tree was made from, so that the next run can see that it would make the same: the plan, the lock, and the program itself.
///
///     let stamp = Stamp(plan: plan, lock: lock, manifest: manifest)
///     if let stamp { out.folder.bears(stamp) }      // a run with these inputs wrote that manifest, or found it right
///
/// It is an extended attribute of the manifest: it goes when another manifest takes its place, and neither cp(1) nor git carry it on.
/// It says nothing of the files, which anybody may have edited since: hold their digests against the manifest.
public struct Stamp: Sendable, Hashable {
    let text: String

    /// Nil where it can't be told which program is running.
    public init?(plan: [UInt8], lock: [UInt8]?, manifest: [UInt8]) {
        guard let program = Self.program else { return nil }
        let digests = [plan, lock ?? [], manifest].map(Digest.sha256)
        text = Digest.sha256(Array("\(program) \(lock != nil) \(digests.joined(separator: " "))".utf8))
    }

    /// Another build of the program may write other files: its own file, and when that last changed.
    private static var program: String? {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return nil }
        let (written, changed) = (status.st_mtim, status.st_ctim)
        return
            "\(status.st_dev) \(status.st_ino) \(status.st_size) \(written.tv_sec).\(written.tv_nsec) \(changed.tv_sec).\(changed.tv_nsec)"
    }

    static let attribute = "user.netplan-swarm.stamp"
}
