internal import FoundationEssentials
public import NetPlan

extension JSON {
    /// Reads the `manifest.json` of an earlier run, which anybody may have changed since.
    ///
    ///     let old = try JSON.manifest(reading: bytes)
    ///
    /// Fails where it is not a manifest, comes from a newer program, or names a file outside the output folder: what it
    /// lists may be removed, so nothing in it is believed unseen.
    public static func manifest(reading bytes: [UInt8]) throws(WireError) -> Manifest {
        let version: VersionForm = try decode(bytes)
        guard version.schemaVersion == Manifest.schemaVersion else {
            throw WireError(
                reason: version.schemaVersion > Manifest.schemaVersion
                    ? "it was written by a newer netplan-swarm (schemaVersion \(version.schemaVersion)); use that one"
                    : "there is no schemaVersion \(version.schemaVersion)")
        }
        let form: ManifestForm = try decode(bytes)
        var seen = Set<String>()
        var manifest = Manifest(site: form.site, artifacts: [])
        for entry in form.artifacts {
            manifest.artifacts.append(try entry.entry())
            guard seen.insert(entry.path).inserted else { throw WireError(reason: "it lists '\(entry.path)' twice") }
        }
        return manifest
    }

    private static func decode<Form: Decodable>(_ bytes: [UInt8]) throws(WireError) -> Form {
        do { return try JSONDecoder().decode(Form.self, from: Data(bytes)) } catch let error as DecodingError {
            throw WireError(reason: error.reason(of: "a manifest"))
        } catch { throw WireError(reason: "it is not a manifest of netplan-swarm") }
    }
}

private struct VersionForm: Decodable {
    let schemaVersion: Int
}

private struct ManifestForm: Decodable {
    let site: HostName
    let artifacts: [EntryForm]
}

private struct EntryForm: Decodable {
    let path: String
    let emitter: String
    let node: HostName?
    let sha256: String
    let mode: String
    let installPath: String?
    let ownership: FileArtifact.Ownership
    let check: CheckForm?
    let reload: [String]?

    func entry() throws(WireError) -> Manifest.Entry {
        guard Manifest.accepts(path: path) else {
            throw WireError(reason: "it lists a path that no file of ours has: \(path.printable)")
        }
        func require(_ isSound: Bool, _ key: String) throws(WireError) {
            if !isSound { throw WireError(reason: "'\(key)' of '\(path)' is not what netplan-swarm writes") }
        }
        try require(sha256.utf8.count == 64 && sha256.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }, "sha256")
        let bits = FileMode.parse(mode)
        try require(bits != nil, "mode")
        var file = FileArtifact(
            path: path, emitter: emitter, node: node, content: [], installPath: installPath, ownership: ownership, check: check?.check,
            reload: reload)
        file.mode = bits ?? 0
        if let key = file.unsoundKey { try require(false, key) }
        return Manifest.Entry(file, sha256: sha256)
    }
}

/// `["dhcpd", "-t", "-cf", "{}"]` or `{"builtin": "hosts"}`.
private struct CheckForm: Decodable {
    let check: FileArtifact.Check

    private enum CodingKeys: String, CodingKey { case builtin }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: CodingKeys.self) {
            check = .builtin(try object.decode(String.self, forKey: .builtin))
        } else {
            check = .command(try decoder.singleValueContainer().decode([String].self))
        }
    }
}
