internal import Glibc

/// The folders that the programs of others are looked for in: those of PATH that are absolute.
///
///     SearchPath(text: "/usr/bin:.:/bin").folders      // ["/usr/bin", "/bin"]
///
/// A relative folder, and an empty one, which execvp(3) takes for the current one, is not searched: what a plan runs must not hang on
/// where somebody stands.
public struct SearchPath: Sendable, Hashable {
    /// In the order in which they are searched.
    public let folders: [String]
    /// What else stands on PATH, as it stands there.
    public let skipped: [String]

    /// The folders that a text like that of PATH names, each once.
    public init(text: String) {
        let parts = text.isEmpty ? [] : text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var seen: Set<String> = []
        let unique = parts.filter { seen.insert($0).inserted }
        folders = unique.filter { $0.hasPrefix("/") }
        skipped = unique.filter { !$0.hasPrefix("/") }
    }

    /// One folder alone, relative or not.
    public init(folder: String) {
        folders = [folder]
        skipped = []
    }

    /// That of this process.
    public static var current: SearchPath { SearchPath(text: getenv("PATH").map { String(cString: $0) } ?? "") }

    /// No folder at all.
    public static let nowhere = SearchPath(text: "")

    /// The first program of that name; nil where no folder has one.
    public func find(_ name: String) -> String? { paths(of: name).first(where: Self.isProgram) }

    /// The first file of that name that nobody may execute.
    public func findUnusable(_ name: String) -> String? {
        paths(of: name).first { path in
            var status = stat()
            return stat(path, &status) == 0 && !Self.isProgram(path)
        }
    }

    private func paths(of name: String) -> [String] { folders.map { $0.hasSuffix("/") ? $0 + name : "\($0)/\(name)" } }

    /// The names of all programs that start like that, in the order of the alphabet.
    public func names(startingWith prefix: String) -> [String] {
        var names: Set<String> = []
        for folder in folders {
            guard let stream = opendir(folder) else { continue }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                        String(cString: $0)
                    }
                }
                if name.hasPrefix(prefix), find(name) != nil { names.insert(name) }
            }
        }
        return names.sorted()
    }

    /// Whether it is a regular file that this user may execute.
    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.kind == .file && access(path, X_OK) == 0
    }
}
