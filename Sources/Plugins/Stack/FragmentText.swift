internal import NetPlan

/// A compose fragment of one service, to be given to `docker stack deploy -c` behind the stack's own file.
struct FragmentText {
    private var text: YAMLText

    var bytes: [UInt8] { text.buffer.bytes }

    init(of service: Service, at seat: Seat, extraHosts: [String], in plan: Plan) {
        let network = service.networkName(in: plan)
        text = YAMLText(site: plan.site)
        // It has no `version`, as the labels of Traefik have none: docker refuses files of two versions.
        text.comment("Copy what is below into the stack's own file. Where that has no 'version' line, docker can also take both files:")
        text.comment("    docker stack deploy -c STACK.yml -c \(service.name).yml STACK")
        text.map("services") { text in
            text.map(service.name.description) { text in
                text.list("networks", [network])
                text.list("extra_hosts", extraHosts)
                if seat.constraints.isEmpty { return }
                text.map("deploy") { text in
                    text.map("placement") { text in
                        if let most = seat.mostReplicasPerNode { text.entry("max_replicas_per_node", most) }
                        text.list("constraints", seat.constraints)
                    }
                }
            }
        }
        text.map("networks") { text in
            text.map(network) { $0.entry("external", true) }
        }
    }
}

extension Service {
    fileprivate func networkName(in plan: Plan) -> String {
        switch network {
        case .overlay(let overlay): plan[overlay].name.description
        case .macvlan(let macvlan): plan[macvlan].name.description
        case nil: ""
        }
    }
}
