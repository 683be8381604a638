import Foundation
import Testing

extension MachineTests {
    /// The power goes in the middle of an `apply`, again and again: what the disk then has is wholly old or wholly new.
    @Suite struct PowerCut {
        @Test func `Cut at any moment, it is wholly old or wholly new`() async throws {
            let plan = Site(reloads: false)
            // In the first line that it shows, before it writes anything.
            let mark = "(traefik)"
            let machine = try await Machine(old: plan.old, new: plan.new)
            var start = try await machine.start(bare: true)
            // Both worlds, and how long it takes from what is shown first to the end.
            try await machine.run("\(Site.apply("old")); \(Site.apply("new"))")
            let new = try await machine.run(Site.look)
            let duration = try await machine.measure(Site.apply("old"), from: mark)
            let old = try await machine.run(Site.look)
            #expect(old != new && !old.contains("/journal") && !new.contains("/begun"))
            try #require(duration > 0)

            let count = 10
            var (world, taken) = (old, 0)
            for round in 0..<count {
                let delay = duration * (Double(round) + 0.5) / Double(count)
                try await machine.cut(Site.apply(world == old ? "new" : "old"), after: delay, from: mark)
                start = try await machine.start(bare: true)
                let recovered = try await machine.outcome("netplan-swarm recover")
                let what = "round \(round), cut after \(delay) of \(duration) s: \(recovered.output)"
                #expect(recovered.status == 0, "\(what)")
                if !recovered.output.contains("nothing was left") { taken += 1 }
                let found = try await machine.run(Site.look)
                try #require(found == old || found == new, "\(what)\n\(found)")
                world = found
            }
            // Else it was not the middle that was met.
            #expect(taken > 0, "\(count) cuts, and none of them left anything to recover")
            try await machine.switchOff()
            withExtendedLifetime(start) {}
        }
    }
}
