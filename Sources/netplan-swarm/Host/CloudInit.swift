internal import Apply
internal import NetPlan

/// cloud-init, where it owns /etc/hosts: it writes it anew from a template at each boot (`manage_etc_hosts`), with nothing of ours.
///
/// What counts is read as its module cc_update_etc_hosts does (22.4): `localhost` only sets the line of 127.0.1.1, and is fine.
enum CloudInit {
    private static let key = "manage_etc_hosts"
    /// Where what the cloud and its user say is kept, for as long as the machine lives: it outweighs /etc/cloud.
    private static let instances = "/var/lib/cloud/instances"

    /// What to say where /etc/hosts is among the changes.
    static func notes(on changes: [Change], in world: World) -> [String] {
        let touched = changes.compactMap {
            if case .file(let file) = $0, file.path == "/etc/hosts", file.after != nil { file } else { nil }
        }
        guard let hosts = touched.first else { return [] }
        let settings = files(in: world).compactMap { path in
            read(path, in: world).flatMap(setting).map { (path: path, value: $0) }
        }
        if let last = settings.last {
            guard ["true", "1", "on", "yes", "template"].contains(last.value) else { return [] }
            let advice =
                last.path.hasPrefix(instances)
                ? "set it to false in the machine's user data, or take the block into cloud-init's own /etc/cloud/templates/hosts.*.tmpl too"
                : "set \(key): false"
            return ["cloud-init writes /etc/hosts anew at each boot, without our block (\(key): \(last.value) in \(last.path)): \(advice)"]
        }
        // Its templates say so at their head, whoever asked for it.
        let isWritten = hosts.before.map { String(decoding: $0.content, as: UTF8.self).contains("'\(key)' as True") } ?? false
        return isWritten
            ? [
                "cloud-init wrote /etc/hosts, as its head says, and will again at each boot, without our block: set \(key): false in the machine's user data"
            ]
            : []
    }

    /// Later files outweigh earlier ones.
    private static func files(in world: World) -> [String] {
        let own = world.paths(in: "/etc/cloud/cloud.cfg.d").filter { $0.hasSuffix(".cfg") }
        let here = read("/var/lib/cloud/data/instance-id", in: world).map { String(decoding: $0.prefix { $0 > 0x20 }, as: UTF8.self) }
        let given = ["vendor-cloud-config.txt", "vendor2-cloud-config.txt", "cloud-config.txt"]
        return ["/etc/cloud/cloud.cfg"] + own + (here.map { here in given.map { "\(instances)/\(here)/\($0)" } } ?? [])
    }

    private static func read(_ path: String, in world: World) -> [UInt8]? { (try? world.installed(path)).flatMap(\.self)?.content }

    /// The value of the top-level key in lower case, of YAML or of JSON.
    private static func setting(in content: [UInt8]) -> String? {
        let lines = String(decoding: content, as: UTF8.self).split(whereSeparator: \.isNewline)
        let values = lines.compactMap { line -> String? in
            let isJSON = line.drop { " {\t".contains($0) }.hasPrefix("\"")
            let words = line.filter { !"{}\"', \t\r".contains($0) }.prefix { $0 != "#" }.split(separator: ":")
            return words.count == 2 && words[0] == key && (isJSON || line.first != " ") ? words[1].lowercased() : nil
        }
        return values.last
    }
}
