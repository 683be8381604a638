// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The readers under libFuzzer. A package of its own: nobody who builds the program builds this. See docs/hostile.md, and run.
//
// `Sources` is the project's own folder, built anew with the sanitizers. Its rooms are read from there, not listed a second time;
// SwiftPM's cache of manifests would not notice a new one, so `run` goes without it.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func folders(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(Context.packageDirectory)/\(path)")) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
}

let program = "netplan-swarm"
let libraries: [Target.Dependency] = ["CLibYAML", "CNettle", "NetPlan"]
let plugins = folders(in: "Sources/Plugins")
let rooms = folders(in: "Sources").filter { !["CLibYAML", "CNettle", "NetPlan", "Plugins", program].contains($0) }

let package = Package(
    name: "fuzz",
    dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")],
    targets: plugins.map {
        .target(name: $0, dependencies: libraries, path: "Sources/Plugins/\($0)", exclude: ["README.md"], swiftSettings: settings)
    } + rooms.map { .target(name: $0, dependencies: libraries, swiftSettings: settings) } + [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1"),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle"),
        .target(name: "NetPlan", swiftSettings: settings),
        // As a library, whose entry must not be that of the fuzzers.
        .target(
            name: program,
            dependencies: (plugins + rooms).map { .target(name: $0) } + [
                "NetPlan", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings + [.unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "program_main"])]),
        .executableTarget(name: "Fuzz", dependencies: [.target(name: program)], path: "Fuzz", swiftSettings: settings),
    ]
)
