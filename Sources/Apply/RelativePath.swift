internal import NetPlan

/// Where a file is, below the output folder.
struct RelativePath: Hashable {
    let text: String
    /// From the top down.
    let folders: [String]
    let name: String

    /// Nil where it could lead anywhere else.
    init?(_ text: String) {
        let steps = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard Manifest.isPlain(text), let name = steps.last else { return nil }
        self.text = text
        self.name = name
        folders = steps.dropLast()
    }

    /// The path of a file of ours, which is neither the manifest nor in the staging folder.
    init(artifact text: String) throws(Failure) {
        guard Manifest.accepts(path: text), let path = RelativePath(text) else {
            throw Failure("'\(text)' is not a path below the output folder that a file of ours may have")
        }
        self = path
    }

    /// Every folder that it is in, the outermost first.
    var ancestors: [[String]] { folders.indices.map { Array(folders[...$0]) } }
}
