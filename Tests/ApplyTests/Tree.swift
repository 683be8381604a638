import Foundation
import Glibc

@testable import Apply

/// What is below a folder, as a test compares it.
enum Tree {
    static func write(_ path: String, _ text: String) throws {
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    /// Path to content; a folder ends in '/', a link has '->' before its target.
    static func read(_ path: String) throws -> [String: String] {
        var tree: [String: String] = [:]
        guard let names = FileManager.default.enumerator(atPath: path) else { return tree }
        for case let name as String in names {
            let whole = "\(path)/\(name)"
            switch try status(whole).kind {
            case .folder: tree[name + "/"] = ""
            case .link: tree[name] = "->" + (try FileManager.default.destinationOfSymbolicLink(atPath: whole))
            default: tree[name] = String(decoding: try Data(contentsOf: URL(fileURLWithPath: whole)), as: UTF8.self)
            }
        }
        return tree
    }

    static func status(_ path: String) throws -> stat {
        var status = stat()
        try SystemError.check { lstat(path, &status) }
        return status
    }

    /// What changes when a file or folder is touched.
    static func stamp(_ path: String) throws -> [Int] {
        let status = try status(path)
        return [
            Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
            Int(status.st_mode),
        ]
    }
}
