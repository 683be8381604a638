import Foundation

/// A folder that goes when it is no longer used.
final class Scratch: Sendable {
    let path: String

    init(in parent: String = FileManager.default.temporaryDirectory.path) throws {
        path = "\(parent)/netplan-swarm-hostile-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        let url = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

    func read(_ name: String) -> [UInt8]? { (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))).map(Array.init) }

    func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

    /// Path to content of all files below a folder, what a run stages left out: nobody is hurt by a folder that stays empty.
    func tree(_ folder: String = "out") -> [String: [UInt8]] {
        var tree: [String: [UInt8]] = [:]
        let names = FileManager.default.enumerator(atPath: "\(path)/\(folder)")
        while let name = names?.nextObject() as? String {
            if name == ".netplan-swarm" || name.hasPrefix(".netplan-swarm/") { continue }
            tree[name] = read("\(folder)/\(name)")
        }
        return tree
    }

    /// Another folder with the same files.
    func copy() throws -> Scratch {
        let other = try Scratch()
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            try FileManager.default.copyItem(atPath: "\(path)/\(name)", toPath: "\(other.path)/\(name)")
        }
        return other
    }
}
