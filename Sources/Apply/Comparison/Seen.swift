/// A file that was looked at, and how it was: where that is another now, what was said of it no longer holds.
public struct Seen: Sendable, Hashable {
    public let path: String
    /// Of all that it has; nil where there was none.
    let digest: String?

    init(path: String, digest: String?) {
        self.path = path
        self.digest = digest
    }

    init(path: String, _ file: InstalledFile?) {
        self.path = path
        digest = file.map { file in
            var entry = Ledger.Entry("seen")
            file.add(to: &entry, as: "file")
            return Digest.sha256(Ledger("seen", [entry]).bytes)
        }
    }
}
