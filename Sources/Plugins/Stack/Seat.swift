internal import NetPlan

/// Where the scheduler may put a service, and how often.
struct Seat {
    /// As they stand in a stack file.
    private(set) var constraints: [String] = []
    /// Nil where the network sets no limit.
    private(set) var mostReplicasPerNode: Int?
    /// The nodes that bear the service's own label: several of them can't be said by a constraint otherwise, for all must hold.
    private(set) var labelled: [Reference<Node>] = []

    /// Nil where no stack can have the service; why not is reported.
    init?(of reference: Reference<Service>, among rooms: SliceRooms, in plan: Plan, reporting problems: inout Diagnostics) {
        let service = plan[reference]
        let declared = service.nodes.map(\.value)
        guard let macvlan = service.macvlan else {
            let isEverywhere = declared.isEmpty || Set(declared).count == plan.nodes.count
            if !isEverywhere { constrain(service, to: declared, in: plan) }
            return
        }
        guard plan[macvlan].scope == .swarm else {
            problems.report(
                .targetLimit, at: .value(service.path["network"]),
                "service \(service.name) is on macvlan \(plan[macvlan].name) of single nodes, and a stack takes networks over the swarm alone",
                help: "take 'scope: local' out of macvlan \(plan[macvlan].name)")
            return nil
        }
        let members = plan[macvlan].nodes.map(\.value)
        let wanted = declared.isEmpty ? members : declared
        let seats = wanted.filter { rooms.count(for: reference, on: $0, of: macvlan) > 0 }
        guard let most = seats.map({ rooms.count(for: reference, on: $0, of: macvlan) }).min() else {
            problems.report(
                .targetLimit, at: .value(service.path["network"]),
                "service \(service.name) finds no address: each slice of macvlan \(plan[macvlan].name) that it could be in is held back for another service",
                help: "give it a macvlan or nodes of its own")
            return nil
        }
        mostReplicasPerNode = most
        constraints = ["node.labels.netplan-swarm.macvlan.\(plan[macvlan].name)==true"]
        if Set(seats) != Set(members) { constrain(service, to: seats, in: plan) }
    }

    private mutating func constrain(_ service: Service, to nodes: [Reference<Node>], in plan: Plan) {
        if nodes.count == 1 { return constraints.append("node.hostname==\(plan[nodes[0]].hostname)") }
        labelled = nodes
        constraints.append("node.labels.\(Node.Label.seat(of: service).key)==true")
    }
}
