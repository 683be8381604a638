public import NetPlan

extension JSON {
    /// `manifest.json`: what a run wrote, in the order of the manifest.
    ///
    ///     let bytes = JSON.manifest(Manifest(site: plan.site, artifacts: entries))
    public static func manifest(_ manifest: Manifest) -> [UInt8] {
        document { json in
            json.field("site", manifest.site.description)
            json.field("artifacts", manifest.artifacts) { $0.entry($1) }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func entry(_ entry: Manifest.Entry) {
        object { json in
            json.field("path", entry.path)
            json.field("emitter", entry.emitter)
            json.field("node", entry.node?.description)
            json.field("sha256", entry.sha256)
            json.field("mode", FileMode.text(entry.mode))
            json.field("installPath", entry.installPath)
            json.field("ownership", entry.ownership.rawValue)
            json.check(entry.check)
            json.field("reload", entry.reload)
        }
    }

    private mutating func check(_ check: FileArtifact.Check?) {
        switch check {
        case nil: field("check", String?.none)
        case .command(let words): field("check", words)
        case .builtin(let name):
            key("check")
            object { $0.field("builtin", name) }
        }
    }
}
