/// Its form on disk.
extension Record {
    var ledger: Ledger {
        var entries = written.map { written in
            var entry = Ledger.Entry("file")
            entry.add("site", written.site)
            entry.add("path", written.path)
            entry.add("part", written.part.text)
            entry.add("emitter", written.emitter)
            entry.add("content", written.content)
            entry.add(written.check)
            for word in written.reload ?? [] { entry.add("reload", word) }
            entry.add("service", written.service)
            for folder in written.folders { entry.add("folder", folder) }
            if written.isCreated { entry.add("created", "") }
            if written.isUnended { entry.add("unended", "") }
            return entry
        }
        entries += roots.map { root in
            var entry = Ledger.Entry("root")
            entry.add("site", root.site)
            entry.add("name", root.name)
            entry.add("value", root.value)
            return entry
        }
        entries += adopted.map { id in
            var entry = Ledger.Entry("adopted")
            entry.add("id", id)
            return entry
        }
        return Ledger(Self.kind, entries)
    }

    /// Nil where an entry is not as we write it.
    init?(_ ledger: Ledger) {
        for entry in ledger.entries {
            if entry.kind == "adopted" {
                guard let id = entry.text("id") else { return nil }
                adopted.append(id)
                continue
            }
            guard let site = entry.text("site") else { return nil }
            switch entry.kind {
            case "file":
                guard let path = entry.text("path"), let part = entry.text("part").flatMap(Replacement.Part.init),
                    let emitter = entry.text("emitter"), let content = entry["content"]
                else { return nil }
                written.append(
                    Written(
                        site: site, path: path, part: part, emitter: emitter, content: content, check: entry.check,
                        reload: entry.command("reload"), service: entry.text("service"), folders: entry.texts("folder"),
                        isCreated: entry["created"] != nil, isUnended: entry["unended"] != nil))
            case "root":
                guard let name = entry.text("name"), let value = entry.text("value") else { return nil }
                roots.append(Root(site: site, name: name, value: value))
            default: return nil
            }
        }
    }
}
