import Testing

@testable import NetPlan

/// Random sites over several generations of their lock, against an allocator that walks every address.
struct AllocatorOracleTests {
    static let generations = 4

    @Test(arguments: 0..<8)
    func everyDecisionIsTheSlowAllocators(_ part: Int) {
        for seed in stride(from: part, to: 120, by: 8) { Self.follow(UInt64(seed)) }
    }

    private static func follow(_ seed: UInt64) {
        var site = RandomSite(seed: seed)
        var lock: Lock?
        for generation in 0..<generations {
            let run = Run(site.text, lock: lock?.text)
            let name = "seed \(seed), generation \(generation)"
            guard let plan = run.plan, let allocation = run.allocation else {
                Issue.record("\(name): no plan: \(run.errors)\n\(site.text)"); return
            }
            let slow = SlowAllocator(plan, lock: lock)
            let others = run.errors.filter { !$0.contains("pool-exhausted") }
            #expect(others.isEmpty, "\(name): \(others.joined(separator: "\n"))\n\(site.text)")
            let homeless = run.rules.filter { $0 == .poolExhausted }.count
            #expect(homeless == slow.homeless.count, "\(name): \(slow.homeless)")

            #expect(allocation.lock.blocks == slow.blocks, "\(name): \(difference(allocation.lock.blocks, slow.blocks))")
            let addresses = Dictionary(uniqueKeysWithValues: allocation.lock.addresses.entries.map { ($0.subject, $0.value) })
            #expect(addresses == slow.addresses, "\(name): \(difference(addresses, slow.addresses))")
            let check = AllocationCheck(allocation, before: lock, slow: slow, name: name)
            check.run()
            if homeless > 0 || !others.isEmpty { return }
            readAgain(allocation, text: site.text, name)
            lock = allocation.lock
            site.change(after: allocation.lock)
        }
    }

    static func difference<Value: Equatable>(_ fast: [Lock.Subject: Value], _ slow: [Lock.Subject: Value]) -> [String] {
        Set(fast.keys).union(slow.keys).filter { fast[$0] != slow[$0] }.map { key in
            "\(key): \(fast[key].map { "\($0)" } ?? "none"), slowly \(slow[key].map { "\($0)" } ?? "none")"
        }
    }

    /// The lock's text, read back, decides everything as it was.
    private static func readAgain(_ allocation: Allocation, text: String, _ name: String) {
        let again = Run(text, lock: allocation.lock.text, checking: false)
        guard let second = again.allocation else { Issue.record("\(name): not read again"); return }
        #expect(again.errors.isEmpty, "\(name): \(again.errors)")
        #expect(second.addresses.map(\.address) == allocation.addresses.map(\.address), "\(name)")
        #expect(second.slices.map(\.prefix) == allocation.slices.map(\.prefix), "\(name)")
        #expect(second.overlays.map(\.prefix) == allocation.overlays.map(\.prefix), "\(name)")
        #expect(second.leasable == allocation.leasable, "\(name)")
        #expect(second.addresses.allSatisfy { $0.origin != .allocated } && second.slices.allSatisfy { $0.origin != .allocated }, "\(name)")
        #expect(second.overlays.allSatisfy { $0.origin != .allocated }, "\(name)")
        #expect(String(decoding: second.lock.text, as: UTF8.self) == String(decoding: allocation.lock.text, as: UTF8.self), "\(name)")
    }
}
