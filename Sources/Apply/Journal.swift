internal import NetPlan

/// What a decided run does, so that the next one can finish it: a text file in the staging folder.
///
///     netplan-swarm journal 1
///     remove traefik/dynamic/old.yml
///     folder hosts/ds3
///     put hosts/ds3/hosts
///     put manifest.json
///     end 5f0c…
///
/// The n-th `put` takes the staged file `n`, and the n-th `remove` moves the file to `removed-n`: what was done already can be
/// told from what is staged. The last line is the SHA-256 of all before it, so a torn journal is known as such.
struct Journal: Hashable {
    var removals: [RelativePath] = []
    /// Those to make, the outer before the inner.
    var folders: [RelativePath] = []
    var puts: [RelativePath] = []

    /// Its name in the staging folder, which it gets when it is whole.
    static let name = "journal"
    /// Its name before.
    static let draftName = "draft"
    private static let header = "netplan-swarm journal 1"

    static func stagedName(_ index: Int) -> String { String(index) }
    static func removedName(_ index: Int) -> String { "removed-\(index)" }

    /// Whether another version of the program wrote it, whose journals may mean something else.
    static func isForeign(_ bytes: [UInt8]) -> Bool {
        let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        return line.hasPrefix("netplan-swarm journal ") && line != header
    }

    var bytes: [UInt8] {
        var lines = [Self.header]
        lines += removals.map { "remove \($0.text)" } + folders.map { "folder \($0.text)" } + puts.map { "put \($0.text)" }
        let body = Array((lines.joined(separator: "\n") + "\n").utf8)
        return body + Array("end \(Digest.sha256(body))\n".utf8)
    }

    init() {}

    /// Nil where it is torn, or not one.
    init?(_ bytes: [UInt8]) {
        let end = "end \(String(repeating: "0", count: 64))\n".utf8.count
        guard bytes.count > end else { return nil }
        let body = Array(bytes.dropLast(end))
        guard bytes.suffix(end).elementsEqual("end \(Digest.sha256(body))\n".utf8) else { return nil }
        let lines = String(decoding: body, as: UTF8.self).split(separator: "\n")
        guard let header = lines.first, header == Self.header else { return nil }
        for line in lines.dropFirst() {
            guard let blank = line.firstIndex(of: " "), let path = RelativePath(String(line[line.index(after: blank)...])) else {
                return nil
            }
            // A journal never reaches into the staging folder that it is in.
            if (path.folders.first ?? path.name) == Manifest.stagingName { return nil }
            switch line[..<blank] {
            case "remove": removals.append(path)
            case "folder": folders.append(path)
            case "put": puts.append(path)
            default: return nil
            }
        }
    }
}
