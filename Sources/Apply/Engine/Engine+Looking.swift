public import Docker

extension Engine {
    /// What is there: the networks and what hangs on them; on a manager the members of the swarm too.
    ///
    ///     try engine.look().role      // .manager
    ///
    /// Of the networks that are `awaited`, one that the swarm is just making is looked at when it is made: another manager applies the same
    /// plan. Fails where the engine does not answer, and where its swarm is locked or has lost its majority.
    public func look(awaiting awaited: Set<String> = []) throws(Failure) -> EngineState {
        do throws(EngineError) { return try survey(awaiting: awaited) } catch { throw error.failure }
    }

    func survey(awaiting awaited: Set<String>) throws(EngineError) -> EngineState {
        let about: AboutForm = try ask("GET", "/info")
        let role = try role(about)
        let networks = try networks(awaiting: awaited)
        let containers: [ContainerForm] = try ask("GET", "/containers/json?all=1")
        let members: [MemberForm] = role == .manager ? try ask("GET", "/nodes") : []
        let services: [ServiceForm] = role == .manager ? try ask("GET", "/services") : []
        return EngineState(
            hostname: about.hostname, version: about.version, role: role,
            networks: Self.networks(networks, containers, services), members: members.map(\.member))
    }

    /// One that never gets its subnet is waited for no longer than whoever makes it would.
    private func networks(awaiting awaited: Set<String>) throws(EngineError) -> [NetworkForm] {
        let deadline = Deadline(milliseconds: limits.settling / 2)
        while true {
            let forms: [NetworkForm] = try ask("GET", "/networks")
            let isSettled = !forms.contains { awaited.contains($0.name) && $0.network.isUnallocated }
            if isSettled || !deadline.pause(milliseconds: 200) { return forms }
        }
    }

    /// `GET /info`
    private struct AboutForm: Decodable {
        let hostname: String
        let version: String
        let swarm: SwarmForm

        enum CodingKeys: String, CodingKey {
            case hostname = "Name"
            case version = "ServerVersion"
            case swarm = "Swarm"
        }
    }

    private struct SwarmForm: Decodable {
        let state: String
        let isManager: Bool
        let error: String?

        enum CodingKeys: String, CodingKey {
            case state = "LocalNodeState"
            case isManager = "ControlAvailable"
            case error = "Error"
        }
    }

    private func role(_ about: AboutForm) throws(EngineError) -> EngineState.Role {
        switch about.swarm.state {
        case "inactive", "": return .none
        case "active": return about.swarm.isManager ? .manager : .worker
        case "locked": throw .failed(Failure("the swarm is locked on this node: run 'docker swarm unlock'"))
        case let other:
            let why = about.swarm.error?.filled.map { ": \($0)" } ?? ""
            throw .failed(Failure("this node's part in the swarm is '\(other)'\(why): look at 'docker info', then run again"))
        }
    }

    private static func networks(
        _ forms: [NetworkForm], _ containers: [ContainerForm], _ services: [ServiceForm]
    ) -> [EngineState.Network] {
        forms.compactMap { form in
            guard let id = form.id else { return nil }
            var attached = Set(containers.compactMap { $0.attached(to: form.name, id, by: nil) })
            attached.formUnion(services.filter { $0.uses(id, form.name) }.map { Attached(.service, $0.specification.name) })
            if form.isConfigOnly == true {
                // What takes its settings from it holds it; of services those that run here.
                for user in forms where user.configFrom?.name == form.name {
                    attached.formUnion(containers.compactMap { $0.attached(to: user.name, user.id ?? "", by: user.name) })
                }
            }
            return EngineState.Network(id: id, network: form.network, attached: attached.sorted())
        }
    }
}
