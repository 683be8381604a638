import Foundation
import Testing

/// What makes the house easy to find one's way in.
@Suite struct StyleTests {
    @Test func `No file is longer than 400 lines, and the median is near 80`() {
        let sources = House.sources("Sources")
        for source in sources { #expect(source.lines.count <= 401, "\(source.path) has \(source.lines.count) lines") }
        let counts = sources.map(\.lines.count).sorted()
        #expect(counts[counts.count / 2] <= 100, "the median is \(counts[counts.count / 2])")
    }

    @Test func `A file is named for what it declares`() {
        for source in House.sources("Sources") where !source.name.contains("+") && source.name != "Package.swift" {
            let name = source.name.replacing(".swift", with: "")
            let declares = try? Regex("(struct|enum|class|protocol|typealias|actor) \(name)\\b")
            let isDeclared = declares.map { source.text.contains($0) } ?? false
            #expect(isDeclared, "\(source.path) declares no \(name)")
        }
    }

    @Test func `Names are the field's own`() throws {
        let banned = try Regex(#"(struct|enum|class|protocol|func) (\w*(Manager|Helper|Util|Utils|Info|Impl|Base)\b|get[A-Z])"#)
        for source in House.sources("Sources") {
            for line in source.lines { #expect(line.firstMatch(of: banned) == nil, "\(source.path): \(line)") }
        }
    }

    @Test func `Nothing traps on what a user can write`() throws {
        let traps = try Regex(#"\btry!|\bas!|fatalError\(|precondition\(|TODO|FIXME|[\w\)\]]!(\.|\)|,|$)"#)
        for source in House.sources("Sources") {
            for line in source.code {
                let hit = line.firstMatch(of: traps)
                #expect(hit == nil, "\(source.path): \(line)")
            }
        }
    }

    @Test func `What is public is documented`() throws {
        let declaration = try Regex(
            #"^\s*public (static |mutating |internal\(set\) )*(struct|enum|protocol|func|var|let|typealias|init)\b"#)
        // What a protocol or a standard conformance says of it is said there.
        let known = try Regex(
            #"(init\(from decoder|func encode\(to|var description|static func <|static func ==|static var width|init\?\(_ description|static let (name|summary)|init\(_ settings: Document|func artifacts\(for|func write\(to text|init\(bits:|init\(parsing text)"#
        )
        var undocumented: [String] = []
        for source in House.sources("Sources/NetPlan") + House.sources("Sources/Wire") + House.sources("Sources/Apply")
            + House.sources("Sources/Docker")
        {
            for (index, line) in source.lines.enumerated()
            where line.firstMatch(of: declaration) != nil && line.firstMatch(of: known) == nil {
                let before = source.lines[..<index].last { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("@") } ?? ""
                if !before.contains("///") {
                    undocumented.append("\(source.path):\(index + 1): \(line.trimmingCharacters(in: .whitespaces))")
                }
            }
        }
        // Stored properties of plain values say it by their name; types and verbs do not.
        let verbs = undocumented.filter {
            $0.contains(" struct ") || $0.contains(" enum ") || $0.contains(" protocol ") || $0.contains("typealias")
        }
        #expect(verbs.isEmpty, "\(verbs.joined(separator: "\n"))")
    }

    @Test func `No path of one machine stands in the project`() {
        let paths = ["/wo" + "rk/", "/ro" + "ot/", "/opt/" + "swift"]
        for folder in ["Sources", "Tests", "docs", "examples", "script"] {
            for file in House.files(folder) { for path in paths { #expect(!House.read(file).contains(path), "\(file): \(path)") } }
        }
    }
}
