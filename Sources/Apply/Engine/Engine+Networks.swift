internal import Docker

extension Engine {
    /// Makes a network or takes one away. `.found` where that is done already: another manager of the swarm may be faster, and is waited for.
    ///
    /// Fails where something else bears the name by now, where anything is attached to what goes, and where Docker refuses.
    func perform(_ change: NetworkChange) throws(Failure) -> World.Deed {
        do throws(EngineError) {
            switch change.kind {
            case .create: return try create(change)
            case .remove: return try remove(change)
            }
        } catch { throw error.failure }
    }

    private func create(_ change: NetworkChange) throws(EngineError) -> World.Deed {
        let network = change.network
        var refusal = EngineError.failed(Failure("network \(network.name) is being made by another manager, and does not get done"))
        let deadline = Deadline(milliseconds: limits.settling)
        repeat {
            let forms: [NetworkForm] = try ask("GET", "/networks")
            let there = try one(forms.filter { $0.name == network.name }, network.name)?.network
            switch Self.state(of: change, there) {
            case .made: return .found
            case .moved: throw .failed(Failure("network \(network.name) is there by now, and is another one: run it again"))
            case .open:
                if there != nil { continue }
                do throws(EngineError) { return try create(network) } catch {
                    guard case .refused(let words) = error else { throw error }
                    refusal = Self.explained(words, network)
                    // For a moment the name of a network that was taken away is still taken; and another manager may have been faster.
                    if words.meaning != .exists { throw refusal }
                }
            }
        } while deadline.pause(milliseconds: 200)
        throw refusal
    }

    private func create(_ network: DockerNetwork) throws(EngineError) -> World.Deed {
        let id = try make(network)
        if network.isSwarmWide { try awaitSubnet(of: network, id) }
        return .made
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

    /// The only one of its name; nil where there is none.
    private func one<Network>(_ there: [Network], _ name: String) throws(EngineError) -> Network? {
        guard there.count < 2 else {
            throw .failed(Failure("there are \(there.count) networks called \(name): see 'docker network ls'"))
        }
        return there.first
    }

    private static func explained(_ refusal: EngineRefusal, _ network: DockerNetwork) -> EngineError {
        .failed(Failure("Docker does not make network \(network.name): \(refusal.words.filled ?? "status \(refusal.status)")"))
    }

    /// Docker takes an overlay that meets another one, never gives it its subnet, and says nothing.
    private func awaitSubnet(of network: DockerNetwork, _ id: String) throws(EngineError) {
        let deadline = Deadline(milliseconds: limits.settling / 2)
        repeat {
            let form: NetworkForm = try ask("GET", "/networks/\(try checked(id))")
            if !form.network.isUnallocated, network.configFrom != nil || !form.network.pools.isEmpty { return }
        } while deadline.pause(milliseconds: 200)
        try send("DELETE", "/networks/\(try checked(id))")
        guard network.configFrom == nil else {
            throw .failed(Failure("Docker took network \(network.name), and never made it. What was begun is taken back"))
        }
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
    private func remove(_ change: NetworkChange) throws(EngineError) -> World.Deed {
        let name = change.network.name
        // What stands there half made may be what another manager puts in its place.
        guard let there = try one(survey(awaiting: [name]).networks(named: name), name) else { return .found }
        switch Self.state(of: change, there.network) {
        case .made: return .found
        case .moved: throw .failed(Failure("network \(name) is another one by now: run it again"))
        case .open: break
        }
        guard there.attached.isEmpty else {
            throw .failed(
                Failure("network \(name) is not taken away: \(there.attached.map(\.description).joined(separator: ", ")) on it by now"))
        }
        let deadline = Deadline(milliseconds: limits.settling)
        var deed = World.Deed.made
        while true {
            do throws(EngineError) {
                try send("DELETE", "/networks/\(try checked(there.id))")
                break
            } catch {
                guard case .refused(let refusal) = error else { throw error }
                if refusal.meaning == .missing {
                    deed = .found
                    break
                }
                // A node lets go of settings a moment after the last container that used them.
                guard refusal.meaning == .inUse, deadline.pause(milliseconds: 500) else {
                    throw .failed(
                        Failure("Docker does not take network \(name) away: \(refusal.words.filled ?? "status \(refusal.status)")"))
                }
            }
        }
        try awaitEnd(of: name, there.id, deadline)
        return deed
    }

    /// Another manager may have put something in its place already, under the same name.
    private func awaitEnd(of name: String, _ id: String, _ deadline: Deadline) throws(EngineError) {
        repeat {
            let forms: [NetworkForm] = try ask("GET", "/networks")
            if !forms.contains(where: { $0.id == id }) { return }
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
