// swift-tools-version: 6.2
import PackageDescription

// The table of contents: one line per room, one line per plugin. See docs/house.md.

let swift: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// A folder below Sources/Plugins: it sees `NetPlan` and its own libraries, and no other plugin.
func plugin(_ name: String, libraries: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: ["NetPlan"] + libraries, path: "Sources/Plugins/\(name)",
        exclude: ["README.md"] + (name == "YAML" ? [] : ["Fixtures"]), swiftSettings: swift)
}

let plugins: [Target] = [
    plugin("DHCP"),
    plugin("DNS"),
    plugin("Env"),
    plugin("Hosts"),
    plugin("Macvlan"),
    plugin("Overlay"),
    plugin("Router", libraries: ["CNettle", "XML"]),
    plugin("Stack"),
    plugin("Swarm", libraries: ["Shell"]),
    plugin("Traefik"),
    plugin("YAML", libraries: ["CLibYAML"]),
]

let package = Package(
    name: "netplan-swarm",
    products: [
        .executable(name: "netplan-swarm", targets: ["netplan-swarm"]),
        .library(name: "NetPlan", targets: ["NetPlan"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: plugins + [
        .target(name: "NetPlan", swiftSettings: swift),
        .target(name: "Docker", dependencies: ["NetPlan"], swiftSettings: swift),
        .target(name: "DockerScripts", dependencies: ["Docker", "NetPlan", "Shell"], swiftSettings: swift),
        .target(name: "Linting", dependencies: ["NetPlan", "YAML"], swiftSettings: swift),
        .target(name: "Wire", dependencies: ["NetPlan"], swiftSettings: swift),
        .target(name: "Apply", dependencies: ["Docker", "NetPlan", "CNettle", "CXattr"], swiftSettings: swift),
        .target(name: "RouterExports", dependencies: ["NetPlan", "XML", "YAML"], swiftSettings: swift),
        .target(name: "Shell", swiftSettings: swift),
        .target(name: "XML", dependencies: ["CLibXML2"], swiftSettings: swift),
        .executableTarget(
            name: "netplan-swarm",
            dependencies: [
                "Apply", "Docker", "DockerScripts", "Linting", "NetPlan", "RouterExports", "Wire",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
                + plugins.map { .target(name: $0.name) },
            swiftSettings: swift),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CXattr"),

        .testTarget(name: "ApplyTests", dependencies: ["Apply", "Docker", "NetPlan"], swiftSettings: swift),
        .testTarget(
            name: "DaemonTests",
            dependencies: [
                "Apply", "DHCP", "DNS", "Docker", "DockerScripts", "Hosts", "Linting", "Macvlan", "NetPlan", "Overlay", "Router",
                "RouterExports", "Shell",
                "Traefik",
                "Wire",
                "XML",
                "YAML",
                "netplan-swarm",
            ],
            exclude: ["browser.py", "dhcp-clients.py", "judge.py", "route53.py"],
            swiftSettings: swift),
        .testTarget(
            name: "CommandTests", dependencies: ["Apply", "NetPlan", "netplan-swarm"], exclude: ["Sessions"], swiftSettings: swift),
        .testTarget(
            name: "HostileTests",
            dependencies: ["Apply", "Linting", "NetPlan", "Router", "RouterExports", "Wire", "YAML", "netplan-swarm"],
            exclude: ["judge.py"],
            swiftSettings: swift),
        .testTarget(name: "DockerTests", dependencies: ["Docker", "NetPlan"], swiftSettings: swift),
        .testTarget(name: "HouseTests", swiftSettings: swift),
        .testTarget(name: "LintingTests", dependencies: ["Linting", "NetPlan"], exclude: ["Pasted"], swiftSettings: swift),
        .testTarget(name: "MachineTests", swiftSettings: swift),
        .testTarget(
            name: "PluginTests", dependencies: ["Apply", "DockerScripts", "NetPlan", "Router", "Wire", "YAML", "netplan-swarm"],
            swiftSettings: swift),
        .testTarget(name: "NetPlanTests", dependencies: ["DHCP", "NetPlan", "Traefik", "YAML"], swiftSettings: swift),
        .testTarget(name: "RouterTests", dependencies: ["NetPlan", "Router", "XML", "YAML"], swiftSettings: swift),
        .testTarget(name: "ExplanationTests", dependencies: ["NetPlan", "netplan-swarm"], swiftSettings: swift),
        .testTarget(
            name: "RouterExportTests", dependencies: ["NetPlan", "Router", "RouterExports", "netplan-swarm"], swiftSettings: swift),
        .testTarget(
            name: "SwarmTests", dependencies: ["Apply", "Docker", "DockerScripts", "NetPlan", "netplan-swarm"], swiftSettings: swift),
        .testTarget(name: "WireTests", dependencies: ["NetPlan", "Wire"], swiftSettings: swift),
        .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: swift),
    ]
)
