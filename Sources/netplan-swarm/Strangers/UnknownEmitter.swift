internal import Apply
internal import NetPlan

/// A name that neither an emitter of ours has nor a program on PATH: what may be meant, and where it was looked for.
struct UnknownEmitter {
    let name: String
    let path: SearchPath

    /// `did you mean hosts? There is no netplan-swarm-emit-host in /usr/local/bin or /usr/bin`.
    var help: String {
        let names = EmitterList.names(on: path)
        let guess = Spelling.nearest(to: name, among: names).map { "did you mean \($0)?" } ?? "there is \(Spelling.list(names, "and"))"
        return search.map { "\(guess)\(guess.hasSuffix("?") ? " T" : "; t")\($0)" } ?? guess
    }

    /// The second sentence, without its first letter; nil where nobody looks for programs.
    private var search: String? {
        guard ExternalEmitter.isPossible(name), !path.folders.isEmpty else { return nil }
        let file = ExternalEmitter.prefix + name
        if let found = path.findUnusable(file) { return "here is '\(found)', which is no program that you may execute: see chmod(1)" }
        let skipped = path.skipped.isEmpty ? "" : ", and no folder that is not absolute is searched"
        return "here is no \(file) in \(Spelling.list(path.folders))\(skipped)"
    }
}
