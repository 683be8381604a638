import NetPlan

@testable import Apply

/// A state of the output folder: what a plan gives.
struct State: Sendable {
    var files: [String: String]

    var artifacts: [FileArtifact] {
        files.sorted { $0.key < $1.key }.map { FileArtifact(path: $0.key, emitter: "test", content: Array($0.value.utf8)) }
    }

    /// Not the real form, which `Wire` knows: here it is only some bytes that belong to the state.
    var manifest: [UInt8] {
        Array(files.sorted { $0.key < $1.key }.map { "\($0.key) \(Digest.sha256(Array($0.value.utf8)))\n" }.joined().utf8)
    }

    /// What the folder has below it in this state.
    var tree: [String: String] {
        var tree = files
        tree[Manifest.fileName] = String(decoding: manifest, as: UTF8.self)
        for path in files.keys { for steps in RelativePath(path)?.ancestors ?? [] { tree[steps.joined(separator: "/") + "/"] = "" } }
        return tree
    }

    func gone(since old: State) -> [String] { Set(old.files.keys).subtracting(files.keys).sorted() }

    static let none = State(files: [:])
    static let old = State(files: [
        "hosts/ds1/hosts": "1", "hosts/ds2/hosts": "1", "traefik/dynamic/a.yml": "a", "same": "same", "deep/er/file": "x",
    ])
    static let new = State(files: [
        "hosts/ds1/hosts": "2", "hosts/ds3/hosts": "2", "traefik/dynamic/b.yml": "b", "same": "same", "docker/nodes/ds1.sh": "x",
    ])
}

extension LockedOutputFolder {
    @discardableResult
    borrowing func write(_ state: State, over old: State = .none, beforeCommit: () throws(Failure) -> Void = {}) throws(Failure)
        -> [FileChange]
    {
        try write(
            state.artifacts, removing: state.gone(since: old), ours: Set(old.files.keys), manifest: state.manifest,
            beforeCommit: beforeCommit)
    }
}
