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
let systemLibraries: [(String, String?)] = [("CLibXML2", "libxml-2.0"), ("CLibYAML", "yaml-0.1"), ("CNettle", "nettle"), ("CXattr", nil)]
let libraries: [Target.Dependency] = systemLibraries.map { .target(name: $0.0) }
/// What a room of the others' may lean on, each on those before it; then the plugins, and the rooms that may lean on these.
let grounds = ["NetPlan", "Shell", "XML", "Docker"]
let plugins = folders(in: "Sources/Plugins")
let rooms = folders(in: "Sources").filter { !(systemLibraries.map(\.0) + grounds + ["Plugins", program]).contains($0) }

func targets(_ names: [String]) -> [Target.Dependency] { names.map { .target(name: $0) } }

let package = Package(
    name: "fuzz",
    dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")],
    targets: systemLibraries.map { .systemLibrary(name: $0.0, pkgConfig: $0.1) }
        + grounds.enumerated().map { index, name in
            .target(name: name, dependencies: libraries + targets(Array(grounds[..<index])), swiftSettings: settings)
        }
        + plugins.map {
            .target(
                name: $0, dependencies: libraries + targets(grounds), path: "Sources/Plugins/\($0)", exclude: ["README.md"],
                swiftSettings: settings)
        }
        + rooms.map { .target(name: $0, dependencies: libraries + targets(grounds) + ["YAML"], swiftSettings: settings) }
        + [
            // As a library, whose entry must not be that of the fuzzers.
            .target(
                name: program,
                dependencies: targets(grounds + plugins + rooms) + [.product(name: "ArgumentParser", package: "swift-argument-parser")],
                swiftSettings: settings + [.unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "program_main"])]),
            .executableTarget(name: "Fuzz", dependencies: [.target(name: program)], path: "Fuzz", swiftSettings: settings),
        ]
)
