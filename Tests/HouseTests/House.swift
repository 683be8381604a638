import Foundation

/// The project's own files, for the tests of its laws.
enum House {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    struct Source {
        /// Below the project's folder: `Sources/NetPlan/Plan/Plan.swift`.
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        /// The lines that are no comment.
        var code: [Substring] { lines.filter { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") } }
        var name: String { String(path.split(separator: "/").last ?? "") }

        /// What the file imports.
        var imports: [String] {
            lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let index = words.firstIndex(of: "import"), index <= 1 || words[0] == "@testable", words.count > index + 1 else {
                    return nil
                }
                return String(words[index + 1])
            }
        }
    }

    /// The Swift files below a folder.
    static func sources(_ folder: String) -> [Source] {
        files(folder).filter { $0.hasSuffix(".swift") }.map { Source(path: $0, text: read($0)) }
    }

    /// The paths of the files below a folder, sorted.
    static func files(_ folder: String) -> [String] {
        let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
        return paths.map { "\(folder)/\($0)" }.filter { !isFolder($0) }.sorted()
    }

    /// The names in a folder.
    static func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []).filter { !$0.hasPrefix(".") }
            .sorted()
    }

    static func read(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.appending(path: path).path) }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder) && isFolder.boolValue
    }

    static let plugins = names("Sources/Plugins")
}
