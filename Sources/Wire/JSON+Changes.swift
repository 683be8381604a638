extension JSON {
    /// `generate --json`: what was written, or with `--check` what would be.
    ///
    ///     {"schemaVersion": 1, "folder": "out", "written": true, "lock": ["+ overlay web 10.201.0.0/24"],
    ///      "changes": [{"change": "add", "path": "hosts/ds1/hosts"}]}
    public static func changes(_ changes: [(kind: String, path: String)], folder: String, lock: [String], written: Bool) -> [UInt8] {
        document { json in
            json.field("folder", folder)
            json.field("written", written)
            json.field("lock", lock) { json, line in json.string(line) }
            json.field("changes", changes) { json, change in
                json.object { json in
                    json.field("change", change.kind)
                    json.field("path", change.path)
                }
            }
        }
    }
}
