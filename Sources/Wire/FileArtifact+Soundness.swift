internal import NetPlan

extension FileArtifact {
    /// What of a file that was read from JSON no file of ours has: the key, as it is named in a sentence. Nil where all is sound.
    var unsoundKey: String? {
        let words = (reload ?? []) + (check?.words ?? []) + [emitter]
        if !words.allSatisfy({ !$0.isEmpty && $0 == $0.printable }) { return "emitter, check or reload" }
        if reload?.isEmpty == true || check?.words.isEmpty == true { return "check or reload" }
        if let installPath, !installPath.hasPrefix("/") || !Manifest.isPlain(String(installPath.dropFirst())) { return "installPath" }
        return nil
    }
}

extension FileArtifact.Check {
    fileprivate var words: [String] {
        switch self {
        case .command(let words): words
        case .builtin(let name): [name]
        }
    }
}
