import Foundation
import Glibc
import Testing

@testable import Apply

@Suite struct PlanSourceTests {
    @Test func readsAWholeRegularFile() throws {
        let place = try TemporaryFolder()
        let text = String(repeating: "x", count: 200_000)
        try place.write("plan.yaml", text)
        #expect(try PlanSource.read(place.path + "/plan.yaml") == Array(text.utf8))
        #expect(try PlanSource.read("/proc/self/status").count > 100)
        #expect(throws: Failure.self) { try PlanSource.read(place.path + "/plan.yaml", limit: 199_999) }
        #expect(try PlanSource.read(place.path + "/plan.yaml", limit: 200_000).count == 200_000)
    }

    @Test func saysWhatItIsInstead() throws {
        let place = try TemporaryFolder()
        mkfifo(place.path + "/pipe", 0o644)
        for (name, words) in [("", "is a folder"), ("/none", "there is no file"), ("/pipe", "special file")] {
            let failure = #expect(throws: Failure.self) { try PlanSource.read(place.path + name) }
            #expect(failure?.sentence.contains(words) == true && failure?.exitCode == 1)
        }
        #expect(try PlanSource.readIfThere(place.path + "/none") == nil)
        #expect(throws: Failure.self) { try PlanSource.read("/dev/null") }
    }

    @Test func findsTheNearest() throws {
        let place = try TemporaryFolder()
        try place.write("netplan-swarm.yaml", "")
        try place.write("a/b/x", "")
        try place.write("a/netplan-swarm.yaml", "")
        #expect(try PlanSource.find(from: place.path) == place.path + "/netplan-swarm.yaml")
        #expect(try PlanSource.find(from: place.path + "/a/b") == place.path + "/a/b/../netplan-swarm.yaml")
        let failure = #expect(throws: Failure.self) { try PlanSource.find(from: "/") }
        #expect(failure?.sentence.contains("init") == true)
    }
}
