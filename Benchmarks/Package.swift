// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who uses netplan-swarm never downloads what it is measured against. `./run` is the one command.

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "netplan-swarm", path: "..")],
    targets: [
        .executableTarget(name: "benchmarks"),
        .executableTarget(name: "prefixes", dependencies: [.product(name: "NetPlan", package: "netplan-swarm")]),
        .executableTarget(name: "empty"),
        .executableTarget(name: "events", linkerSettings: [.linkedLibrary("yaml")]),
    ]
)
