internal import Apply
internal import DockerScripts
internal import NetPlan
internal import Wire

/// Everything that is to be below the output folder, and what of an earlier run goes.
struct OutputTree {
    private(set) var files: [FileArtifact] = []
    /// Files of an earlier run that no longer belong.
    private(set) var removed: [String] = []
    /// Files of an earlier run: ours to change.
    private(set) var ours: Set<String> = []
    private(set) var manifest: Manifest

    init(_ site: PlannedSite, _ allocation: Allocation, only: [String], over folder: OutputFolder) throws(Failure) {
        manifest = Manifest(site: allocation.plan.site, artifacts: [])
        let old = try Self.oldManifest(in: folder)
        if let old, old.site != allocation.plan.site {
            throw Failure(
                "'\(folder.path)' holds the files of site '\(old.site)', and this is '\(allocation.plan.site)': name another folder with -o"
            )
        }
        // Docker's scripts are one rendering of what several emitters say.
        let isChosen = { (emitter: String) in
            only.isEmpty || only.contains(emitter)
                || (emitter == DockerScript.emitter && only.contains { ["macvlan", "overlay", "stack", "swarm"].contains($0) })
        }
        files = site.files.filter { isChosen($0.emitter) }.sorted { $0.path < $1.path }
        let entries = old?.artifacts ?? []
        ours = Set(entries.map(\.path))
        let paths = Set(files.map(\.path))
        removed = entries.filter { isChosen($0.emitter) && !paths.contains($0.path) }.map(\.path)
        manifest.artifacts = Self.entries(for: files) + entries.filter { !isChosen($0.emitter) }
        manifest.artifacts.sort { $0.path < $1.path }
    }

    private static func oldManifest(in folder: OutputFolder) throws(Failure) -> Manifest? {
        guard let bytes = try folder.read(Manifest.fileName) else { return nil }
        do { return try JSON.manifest(reading: bytes) } catch {
            throw Failure(
                "'\(folder.path)/\(Manifest.fileName)' can't be read (\(error.reason)), so it is not known which files are ours: take it from the last commit, or move the folder away"
            )
        }
    }

    /// The same bytes on every node are digested once.
    private static func entries(for files: [FileArtifact]) -> [Manifest.Entry] {
        var contents: [[UInt8]] = []
        let numbers = files.map { file in
            if contents.last != file.content { contents.append(file.content) }
            return contents.count - 1
        }
        let digests = contents.concurrentMap(Digest.sha256)
        return zip(files, numbers).map { Manifest.Entry($0, sha256: digests[$1]) }
    }
}
