import Foundation
import Testing

/// The five laws of docs/house.md.
@Suite struct LawTests {
    @Test func `1. NetPlan depends on nothing`() {
        for source in House.sources("Sources/NetPlan") { #expect(source.imports.isEmpty, "\(source.path) imports \(source.imports)") }
        #expect(House.read("Package.swift").contains(#".target(name: "NetPlan", swiftSettings: swift)"#))
    }

    @Test(arguments: House.plugins)
    func `2. Plugins are pure, and know no other plugin`(plugin: String) {
        // Beside what is theirs: XML is a library as libyaml is, shared by those who speak it; so is Shell.
        let libraries = ["NetPlan", "Shell", "XML"] + (["Router": ["CNettle"], "YAML": ["CLibYAML"]][plugin] ?? [])
        for source in House.sources("Sources/Plugins/\(plugin)") {
            #expect(Set(source.imports).isSubset(of: libraries), "\(source.path) imports \(source.imports)")
        }
    }

    @Test func `3. Only Apply and netplan-swarm touch the world`() {
        let world: Set = ["Glibc", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization"]
        for source in House.sources("Sources")
        where !source.path.hasPrefix("Sources/Apply/") && !source.path.hasPrefix("Sources/netplan-swarm/") {
            // Wire reads JSON with Foundation's essentials, and nothing else of it.
            let allowed: Set<String> = source.path.hasPrefix("Sources/Wire/") ? ["FoundationEssentials"] : []
            #expect(world.subtracting(allowed).isDisjoint(with: source.imports), "\(source.path) imports \(source.imports)")
            for word in ["FileManager", "URLSession", "fopen(", "getenv(", "print("] {
                #expect(!source.code.contains { $0.contains(word) }, "\(source.path): \(word)")
            }
        }
    }

    @Test func `4. Between reading and writing, nothing holds an address as text`() throws {
        let field = try Regex(#"(var|let) \w*([aA]ddress|[sS]ubnet|[pP]refix|[gG]ateway|mac|MAC|[rR]ange)\w*: (\[)?String"#)
        for folder in ["Plan", "Allocation", "Artifact", "Validation"] {
            for source in House.sources("Sources/NetPlan/\(folder)") where !source.path.contains("/Reading/") {
                for line in source.code { #expect(line.firstMatch(of: field) == nil, "\(source.path): \(line)") }
            }
        }
    }

    @Test(arguments: House.plugins)
    func `5. A plugin is its folder and two lines`(plugin: String) {
        // Package.swift, and the list of emitters; for YAML what reads a plan, what was pasted, Traefik's folder, and JSON with its
        // lines. `export` renders the Router's sheets, and `check-router` holds a file against them.
        let allowed =
            switch plugin {
            case "YAML":
                ["PlannedSite.swift", "YAMLBlock.swift", "JSONExportReader.swift", "TraefikJudge.swift", "TraefikStaticJudge.swift"]
            case "Router": ["EmitterList.swift", "Export.swift", "CheckRouter.swift"]
            default: ["EmitterList.swift"]
            }
        let users = House.sources("Sources").filter { !$0.path.hasPrefix("Sources/Plugins/\(plugin)/") && $0.imports.contains(plugin) }
        #expect(Set(users.map(\.name)).isSubset(of: allowed), "\(users.map(\.path))")
        let lines = House.read("Package.swift").split(separator: "\n").filter { $0.contains("plugin(\"\(plugin)\"") }
        #expect(lines.count == 1)
    }

    @Test func `Dependencies point one way`() {
        for source in House.sources("Sources/Apply") + House.sources("Sources/Wire") + House.sources("Sources/DockerScripts")
            + House.sources("Sources/Linting")
        {
            // What was pasted is read as a plan is: by the door for text.
            let doors: [String] = source.path.hasPrefix("Sources/Linting/") ? House.plugins.filter { $0 != "YAML" } : House.plugins
            let rooms = Set(source.imports).intersection(["Apply", "Wire", "DockerScripts", "Linting", "netplan_swarm"] + doors)
            #expect(rooms.isEmpty, "\(source.path) imports \(rooms)")
        }
        for source in House.sources("Sources/Docker") { #expect(source.imports.allSatisfy { $0 == "NetPlan" }, "\(source.path)") }
        for source in House.sources("Sources/RouterExports") {
            #expect(Set(source.imports).isSubset(of: ["NetPlan", "XML", "YAML"]), "\(source.path) imports \(source.imports)")
        }
        for source in House.sources("Sources/Shell") { #expect(source.imports.isEmpty, "\(source.path)") }
        for source in House.sources("Sources/XML") { #expect(source.imports.allSatisfy { $0 == "CLibXML2" }, "\(source.path)") }
    }
}
