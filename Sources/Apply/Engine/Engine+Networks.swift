internal import Docker

extension Engine {
    /// Makes a network or takes one away, or does nothing where that is done already.
    ///
    /// Fails where something else bears the name by now, where anything is attached to what goes, and where Docker refuses.
    func perform(_ change: NetworkChange) throws(Failure) {
        let there = try look().networks(named: change.network.name)
        guard there.count < 2 else {
            throw Failure("there are \(there.count) networks called \(change.network.name): see 'docker network ls'")
        }
        do throws(EngineError) {
            switch change.kind {
            case .create: try create(change.network, over: there.first)
            case .remove: try remove(change, there.first)
            }
        } catch { throw error.failure }
    }

    private func create(_ network: DockerNetwork, over there: EngineState.Network?) throws(EngineError) {
        if let there {
            if there.network.differences(from: network).isEmpty { return }
            // Another manager may be making it at this moment.
            guard there.network.isUnallocated else {
                throw .failed(Failure("network \(network.name) is there by now, and is another one: run it again"))
            }
        }
        let id = try create(network)
        if network.isSwarmWide, network.configFrom == nil { try awaitSubnet(of: network, id) }
    }

    /// For a moment the name of a network that was taken away is still taken; and another manager may have been faster.
    private func create(_ network: DockerNetwork) throws(EngineError) -> String {
        let deadline = Deadline(milliseconds: limits.settling)
        while true {
            do throws(EngineError) { return try make(network) } catch {
                guard case .refused(let refusal) = error, refusal.meaning == .exists else { throw Self.explained(error, network) }
                let forms: [NetworkForm] = try ask("GET", "/networks")
                if let twin = forms.first(where: { $0.name == network.name }), let id = twin.id,
                    twin.network.differences(from: network).isEmpty
                {
                    return id
                }
                guard deadline.pause(milliseconds: 300) else { throw Self.explained(error, network) }
            }
        }
    }

    /// From 28.0.1 on Docker makes a macvlan over the swarm only where its settings are, and a manager may have no slice of it: then some
    /// that say nothing are lent to it for that moment.
    private func make(_ network: DockerNetwork) throws(EngineError) -> String {
        do throws(EngineError) { return try post(network) } catch {
            guard let source = network.configFrom, case .refused(let refusal) = error, refusal.meaning == .missing else { throw error }
            var settings = DockerNetwork(name: source, driver: "")
            settings.isConfigOnly = true
            let lent = try post(settings)
            let made = Result { () throws(EngineError) in try post(network) }
            try send("DELETE", "/networks/\(try checked(lent))")
            return try made.get()
        }
    }

    private func post(_ network: DockerNetwork) throws(EngineError) -> String {
        struct CreatedForm: Decodable {
            let id: String

            enum CodingKeys: String, CodingKey { case id = "Id" }
        }

        // In an older version of its API an engine does not hear that, and gives it IPv4.
        let version = network.hasIPv4 ? version : max(version, .withoutIPv4)
        let created: CreatedForm = try ask("POST", "/networks/create", NetworkForm(network), in: version)
        return created.id
    }

    private static func explained(_ error: EngineError, _ network: DockerNetwork) -> EngineError {
        guard case .refused(let refusal) = error else { return error }
        return .failed(Failure("Docker does not make network \(network.name): \(refusal.words.filled ?? "status \(refusal.status)")"))
    }

    /// Docker takes an overlay that meets another one, never gives it its subnet, and says nothing.
    private func awaitSubnet(of network: DockerNetwork, _ id: String) throws(EngineError) {
        let deadline = Deadline(milliseconds: limits.settling / 2)
        repeat {
            let form: NetworkForm = try ask("GET", "/networks/\(try checked(id))")
            if !form.network.isUnallocated, !form.network.pools.isEmpty { return }
        } while deadline.pause(milliseconds: 200)
        try send("DELETE", "/networks/\(try checked(id))")
        let forms: [NetworkForm] = try ask("GET", "/networks")
        let others = forms.filter { $0.scope == "swarm" && $0.name != network.name }.flatMap { form in
            form.network.pools.map { "\(form.name) \($0.subnet)" }
        }
        let subnet = network.pools.first?.subnet ?? "its subnet"
        throw .failed(
            Failure(
                "Docker took network \(network.name), and never gave it \(subnet): that meets another network of the swarm, which has \(others.joined(separator: ", ")). What was begun is taken back"
            ))
    }

    /// Nothing is taken away from under anything: not even from under a stopped container, where Docker would do it.
    private func remove(_ change: NetworkChange, _ there: EngineState.Network?) throws(EngineError) {
        let name = change.network.name
        guard let there else { return }
        switch Self.state(of: change, there.network) {
        case .made: return
        case .moved: throw .failed(Failure("network \(name) is another one by now: run it again"))
        case .open: break
        }
        guard there.attached.isEmpty else {
            throw .failed(
                Failure("network \(name) is not taken away: \(there.attached.map(\.description).joined(separator: ", ")) on it by now"))
        }
        let deadline = Deadline(milliseconds: limits.settling)
        while true {
            do throws(EngineError) {
                try send("DELETE", "/networks/\(try checked(there.id))")
                break
            } catch {
                guard case .refused(let refusal) = error else { throw error }
                if refusal.meaning == .missing { break }
                // A node lets go of settings a moment after the last container that used them.
                guard refusal.meaning == .inUse, deadline.pause(milliseconds: 500) else {
                    throw .failed(
                        Failure("Docker does not take network \(name) away: \(refusal.words.filled ?? "status \(refusal.status)")"))
                }
            }
        }
        try awaitEnd(of: name, deadline)
    }

    private func awaitEnd(of name: String, _ deadline: Deadline) throws(EngineError) {
        repeat {
            let forms: [NetworkForm] = try ask("GET", "/networks")
            if !forms.contains(where: { $0.name == name }) { return }
        } while deadline.pause(milliseconds: 200)
        throw .failed(Failure("network \(name) is still there, though Docker took it away: look at 'docker network ls'"))
    }

    /// An ID goes into a path: what is none must not lead elsewhere.
    func checked(_ id: String) throws(EngineError) -> String {
        let isPlain = id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        guard isPlain, (1...128).contains(id.utf8.count) else {
            throw .failed(Failure("what answers at '\(path)' is not Docker: an ID of '\(id.prefix(20))'"))
        }
        return id
    }
}
