internal import Apply
internal import NetPlan
internal import Wire

/// A tree of which it is known, without planning again, that a run would change nothing.
///
/// Its manifest was made from this very plan and lock by this very program, which had nothing to say about them; and every file has
/// the bytes that the manifest names.
struct UnchangedTree {
    /// How many files there are.
    let count: Int

    /// Nil where it is not known. What it fails of, the run that follows says in better words.
    init?(of plan: String, in path: String) throws {
        let folder = try OutputFolder(at: path)
        guard let manifest = try folder.read(Manifest.fileName), try !folder.isUnfinished else { return nil }
        let lock = try PlanSource.readIfThere(PlannedSite.lockPath(beside: plan))
        guard let stamp = Stamp(plan: try PlanSource.read(plan), lock: lock, manifest: manifest), folder.bears(stamp) else { return nil }
        let entries = try JSON.manifest(reading: manifest).artifacts
        for entry in entries where try folder.sha256(of: entry.path) != entry.sha256 { return nil }
        count = entries.count
    }
}
