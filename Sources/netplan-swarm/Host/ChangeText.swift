internal import Apply
internal import NetPlan
internal import Wire

/// Changes as a person reads them, and as a program does.
struct ChangeText {
    let changes: [Change]
    let world: World
    let isColored: Bool
    /// A terminal obeys control characters, and a file may hold any.
    let isTerminal: Bool

    init(_ changes: [Change], in world: World, on terminal: Terminal) {
        self.changes = changes
        self.world = world
        isColored = terminal.hasColor
        isTerminal = terminal.isTerminal
    }

    /// A line that says what happens and what it disturbs, then the difference: `patch` takes the whole.
    var text: [UInt8] {
        var text: [UInt8] = []
        for change in changes {
            switch change {
            case .file(let file):
                if !text.isEmpty { text.append(0x0A) }
                text += painted(Array((headline(file) + "\n").utf8), "1")
                text += diff(of: file)
            case .docker(let change, _):
                // Of a pair, the second half speaks for both.
                guard let listing = DockerListing(change) else { continue }
                if !text.isEmpty { text.append(0x0A) }
                text += painted(Array("\(listing.headline)\n".utf8), "1")
                for line in listing.details { text += Array("    \(line)\n".utf8) }
            }
        }
        return text
    }

    private func headline(_ file: Replacement) -> String {
        let sign =
            switch file.kind {
            case .add: "+"
            case .change: "~"
            case .remove: "-"
            }
        let part =
            switch file.part {
            case .whole: ""
            case .block: ", our block"
            case .keys: ", our keys"
            }
        var line = "\(sign) \(file.path) (\(file.emitter)\(part))"
        // Below another root nothing runs.
        if let reload = file.command, world.isLive { line += ": runs '\(reload.joined(separator: " "))'" }
        switch file.claim {
        case .edited: line += "; somebody changed it since: kept without --take \(file.path)"
        case .foreign: line += "; not written by netplan-swarm: kept without --take \(file.path)"
        case nil: break
        }
        return line
    }

    private func diff(of file: Replacement) -> [UInt8] {
        let name = world.shown(file.path)
        let diff = UnifiedDiff(from: file.before?.content ?? [], to: file.after?.content ?? []).text(
            from: file.before == nil ? "/dev/null" : name, to: file.after == nil ? "/dev/null" : name)
        guard isTerminal else { return diff }
        return diff.split(separator: 0x0A, omittingEmptySubsequences: true).flatMap { line in
            let plain = line.map { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }
            switch line.first {
            case UInt8(ascii: "+"): return painted(plain, "32") + [0x0A]
            case UInt8(ascii: "-"): return painted(plain, "31") + [0x0A]
            case UInt8(ascii: "@"): return painted(plain, "36") + [0x0A]
            default: return plain + [0x0A]
            }
        }
    }

    private func painted(_ text: [UInt8], _ color: String) -> [UInt8] {
        isColored ? Array("\u{1B}[\(color)m".utf8) + text + Array("\u{1B}[0m".utf8) : text
    }

    /// `2 new, 1 changed, 1 removed, 1 made again`.
    var count: String {
        let words = [("add", "new"), ("change", "changed"), ("remove", "removed"), ("recreate", "made again")]
        let kinds = changes.compactMap { change -> String? in
            switch change {
            case .file(let file): file.kind.rawValue
            case .docker(let change, _): DockerListing(change)?.change
            }
        }
        let counts = words.compactMap { kind, word -> String? in
            let number = kinds.count { $0 == kind }
            return number == 0 ? nil : "\(number) \(word)"
        }
        return counts.joined(separator: ", ")
    }

    var listings: [JSON.DiffListing] {
        changes.compactMap { change in
            switch change {
            case .docker(let change, _): return DockerListing(change)?.listing
            case .file(let file):
                let part =
                    switch file.part {
                    case .whole: "whole"
                    case .block: "block"
                    case .keys: "keys"
                    }
                let name = world.shown(file.path)
                let diff = UnifiedDiff(from: file.before?.content ?? [], to: file.after?.content ?? []).text(
                    from: file.before == nil ? "/dev/null" : name, to: file.after == nil ? "/dev/null" : name)
                return JSON.DiffListing(
                    change: file.kind.rawValue, kind: "file", name: file.path, emitter: file.emitter, part: part,
                    claim: file.claim?.rawValue,
                    reload: file.command, disturbs: world.isLive ? file.command.map { ["runs '\($0.joined(separator: " "))'"] } ?? [] : [],
                    diff: String(decoding: diff, as: UTF8.self))
            }
        }
    }
}
