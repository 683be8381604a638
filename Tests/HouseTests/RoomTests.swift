import Foundation
import Testing

/// What each room must have.
@Suite struct RoomTests {
    @Test(arguments: House.plugins)
    func `Every plugin has a README`(plugin: String) {
        let text = House.read("Sources/Plugins/\(plugin)/README.md")
        #expect(text.split(separator: "\n").count > 10, "\(plugin)")
        for section in plugin == "YAML" ? ["## Description"] : ["## Description", "## Settings", "## Examples"] {
            #expect(text.contains(section), "\(plugin): \(section)")
        }
    }

    @Test func `The specimen that everyone copies stays short`() {
        #expect(House.sources("Sources/Plugins/Hosts").reduce(0) { $0 + $1.lines.count } <= 60)
    }

    @Test func `Every rule is a file, and a line of the list, in order`() {
        let names = House.names("Sources/NetPlan/Validation/Rules").map { $0.replacing(".swift", with: "") }
        let files = names.filter { !$0.contains("+") }
        let lines = House.read("Sources/NetPlan/Validation/Rules.swift").split(separator: "\n").compactMap { line -> String? in
            let text = line.trimmingCharacters(in: .whitespaces)
            return text.hasSuffix("Rule.self,") ? text.replacing(".self,", with: "") : nil
        }
        #expect(Set(files) == Set(lines))
        #expect(lines == lines.sorted { $0.lowercased() < $1.lowercased() })
    }

    @Test func `The list of emitters is in the order of the alphabet`() {
        let lines = House.read("Sources/netplan-swarm/EmitterList.swift").split(separator: "\n").filter { $0.hasSuffix("Emitter.self,") }
        #expect(lines == lines.sorted())
    }

    @Test func `Every dependency has its page`() {
        let pages = House.files("docs/decisions").map(House.read).joined()
        for name in ["swift-argument-parser", "libyaml", "nettle", "libxml2"] { #expect(pages.contains(name), "\(name)") }
        let declared = House.read("Package.swift").split(separator: "\n").count {
            $0.contains(".package(url:") || $0.contains(".systemLibrary(")
        }
        // CXattr is a header of the C library itself.
        #expect(declared == 4 + 1, "a new dependency needs its page, and its name here")
    }
}
