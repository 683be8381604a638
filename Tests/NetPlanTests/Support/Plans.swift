import Foundation

/// The plans of the contract: what the program was agreed to do with them.
enum Plans {
    static let smallest = read("smallest")
    /// One of each.
    static let full = read("full")
    /// One with many faults.
    static let faults = read("faults")

    private static func read(_ name: String) -> [UInt8] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Contract/\(name)/netplan-swarm.yaml")
            .standardized
        return (try? Array(Data(contentsOf: url))) ?? []
    }
}
