internal import Apply
internal import Docker
internal import NetPlan

/// What `apply` is about to do: just compared, or saved before.
struct Task {
    private enum Source {
        case compared(Comparison)
        case saved(SavedDiff)
    }

    let site: String
    let node: String
    let changes: [Change]
    let movedRoots: [MovedRoot]
    let notes: [String]
    /// What has to be done by hand before.
    let obstacles: [Obstacle]
    private let source: Source

    init(_ saved: SavedDiff) {
        (site, node, changes, movedRoots, notes) = (saved.site, saved.node, saved.changes, saved.movedRoots, [])
        obstacles = []
        source = .saved(saved)
    }

    /// Fails where something could not be looked at, or where the lock would change: then another node would decide otherwise.
    init(_ hosted: HostedSite) throws(Failure) {
        if let unread = hosted.comparison.unread.first { throw unread }
        if hosted.lock.isNeeded {
            throw Failure(
                "nothing was applied: the lock '\(hosted.lock.path)' does not hold all that is decided, so other nodes could decide otherwise; run 'netplan-swarm generate' first",
                exitCode: Failure.stale)
        }
        site = hosted.comparison.site
        node = "\(hosted.node.name)"
        changes = hosted.comparison.changes
        movedRoots = hosted.comparison.movedRoots
        notes = hosted.notes
        obstacles = hosted.comparison.obstacles
        source = .compared(hosted.comparison)
    }

    /// Where nothing changes, nothing has to be confirmed either.
    func carryOut(_ held: borrowing HeldState, _ confirmation: Confirmation?, tell: (String) -> Void) throws(Failure) {
        let confirmation = changes.isEmpty ? nil : confirmation
        switch source {
        case .compared(let comparison): try held.apply(comparison, confirming: confirmation, tell: tell)
        case .saved(let saved): try held.apply(saved, confirming: confirmation, tell: tell)
        }
    }
}
