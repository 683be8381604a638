/// The words of one command, up to what ends it: a line end, `;`, `&&`, `|`.
struct ShellCommand {
    var words: [ShellWord] = []

    /// Behind `docker network create`, wherever in the command that stands: behind a prompt, `sudo`, `ssh host`.
    var networkCreation: ArraySlice<ShellWord>? {
        // What only prints a command runs none.
        if let first = words.first, first.is("echo") || first.is("printf") { return nil }
        for (index, word) in words.enumerated() where word.is("docker") || word.text.has(suffix: "/docker") {
            var rest = words[(index + 1)...]
            while let option = rest.first, option.text.first == UInt8(ascii: "-") {
                rest.removeFirst()
                // These take their value from the next word.
                if ["-H", "--host", "-c", "--context", "-l", "--log-level", "--config"].contains(where: option.is) { _ = rest.popFirst() }
            }
            guard rest.count >= 2, rest[rest.startIndex].is("network"), rest[rest.startIndex + 1].is("create") else { continue }
            return rest.dropFirst(2)
        }
        return nil
    }

    /// Whether it gives a stack of services to a swarm.
    var deploysStack: Bool {
        words.indices.dropLast(2).contains { words[$0].is("docker") && words[$0 + 1].is("stack") && words[$0 + 2].is("deploy") }
    }
}
