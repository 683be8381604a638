internal import Docker

/// Networks, labels and interfaces.
extension World {
    /// Looks whether what is needed for it answers.
    func prepare(_ change: DockerChange, _ socket: String) throws(Failure) {
        switch change {
        case .network, .labels: _ = try Engine(at: socket)
        case .shim: try Links.expectProgram()
        }
    }

    /// Makes it, or does nothing where it is made already.
    func perform(_ change: DockerChange, _ socket: String) throws(Failure) -> Deed {
        switch change {
        case .network(let change): return try Engine(at: socket).perform(change)
        case .labels(let change): return try Engine(at: socket).perform(change)
        case .shim(let change):
            try Links.perform(change)
            return .made
        }
    }

    /// How far it has come.
    func state(of change: DockerChange, _ socket: String) throws(Failure) -> State {
        switch change {
        case .network(let change): try Engine(at: socket).state(of: change)
        case .labels(let change): try Engine(at: socket).state(of: change)
        // Whatever it is by now: such an interface is ours alone, and may be half made.
        case .shim(let change): try Links.shim(change.name) == change.after ? .made : .open
        }
    }
}
