internal import NetPlan

/// What has to happen at an engine, so that it has what the plan wants; and what stands in the way.
///
///     let comparison = DockerComparison(of: state, with: wish, shims: shims, choices: DockerChoices())
///     comparison.changes       // in the order in which they are made
///     comparison.obstacles     // where there is any, nothing is to be made
public struct DockerComparison: Sendable, Hashable {
    /// In the order in which they are made: what goes, the swarm's before the node's; what comes, the node's before the swarm's; labels; shims.
    public internal(set) var changes: [DockerChange] = []
    /// Why nothing can be made, each a sentence and what to do. Nothing may be begun where there is one.
    public internal(set) var obstacles: [Obstacle] = []
    /// Networks that are as the plan wants them and not ours to take away.
    public internal(set) var foreign: [String] = []
    /// What a person should know, and what stops nobody.
    public internal(set) var remarks: [String] = []

    let state: EngineState
    let wish: DockerWish
    let choices: DockerChoices

    /// Compares. `shims` are the interfaces of the node whose names are a shim's, wanted or not.
    public init(of state: EngineState, with wish: DockerWish, shims: [String: ShimState], choices: DockerChoices = DockerChoices()) {
        self.state = state
        self.wish = wish
        self.choices = choices
        guard isRightEngine() else { return }
        let isManager = state.role == .manager
        if !isManager, wish.isManager, !wish.swarm.isEmpty { refuse(noManager) }
        let wanted = wish.local + (isManager ? wish.swarm : [])
        compareNetworks(wanted, isManager: isManager)
        if isManager { compareLabels() }
        compareShims(shims)
        refuseUnusedChoices(wanted)
    }

    /// A slice belongs to one node, and on another one its addresses would be handed out twice.
    private mutating func isRightEngine() -> Bool {
        guard state.hostname == wish.hostname else {
            refuse(
                Obstacle(
                    "the engine here calls its machine '\(state.hostname)', and the plan's node is '\(wish.hostname)'",
                    steps: ["run it on \(wish.hostname); if they are one machine, write 'hostname: \(state.hostname)' for it in the plan"]))
            return false
        }
        if wish.usesConfigNetworks, state.version.hasPrefix("28.0.0") {
            refuse(
                Obstacle(
                    "Docker \(state.version) breaks macvlans over the swarm", steps: ["upgrade this engine to 28.0.1 or later"]))
        }
        return true
    }

    private var noManager: Obstacle {
        let isMember = state.role == .worker
        return Obstacle(
            "\(wish.hostname) is a manager in the plan, and its engine is \(isMember ? "a worker" : "in no swarm")",
            steps: [isMember ? "docker node promote \(wish.hostname)        on a manager" : "docker swarm init, or docker swarm join"])
    }

    mutating func refuse(_ obstacle: Obstacle) { obstacles.append(obstacle) }
}
