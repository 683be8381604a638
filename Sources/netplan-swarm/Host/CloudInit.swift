internal import Apply
internal import NetPlan

/// cloud-init, where it owns /etc/hosts: it writes it anew from a template at each boot (`manage_etc_hosts`), with nothing of ours.
enum CloudInit {
    /// What to say where /etc/hosts is among the changes.
    static func notes(on changes: [Change], in world: World) -> [String] {
        let isTouched = changes.contains { if case .file(let file) = $0 { file.path == "/etc/hosts" && file.after != nil } else { false } }
        guard isTouched else { return [] }
        // Later files outweigh earlier ones.
        let files = ["/etc/cloud/cloud.cfg"] + world.paths(in: "/etc/cloud/cloud.cfg.d").filter { $0.hasSuffix(".cfg") }
        let settings = files.compactMap { path in
            (try? world.installed(path)).flatMap(\.self).flatMap { setting(in: $0.content) }.map { (path, $0) }
        }
        guard let (path, value) = settings.last, !["false", "False", "no", "off"].contains(value) else { return [] }
        return [
            "cloud-init writes /etc/hosts anew at each boot, without our block (manage_etc_hosts: \(value) in \(path)): set manage_etc_hosts: false"
        ]
    }

    /// The value of the top-level key, as it is written.
    private static func setting(in content: [UInt8]) -> String? {
        let key = "manage_etc_hosts:"
        let line = String(decoding: content, as: UTF8.self).split(separator: "\n").last { $0.hasPrefix(key) }
        return line.map { line in
            let value = line.dropFirst(key.count).prefix { $0 != "#" }
            return value.filter { !" \t\r\"'".contains($0) }
        }
    }
}
