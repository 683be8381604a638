import Foundation
import NetPlan
import Testing

/// A compose file and a shell take every variable of the `.env` for what it says.
struct EnvTests {
    private static func variables(in file: FileArtifact) -> [(name: String, value: String)] {
        String(decoding: file.content, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), String(parts.last ?? ""))
        }
    }

    @Test(
        .enabled(if: Program.isWanted("docker-compose"), "docker-compose is not installed"), arguments: Site.all(of: "Env"))
    func `A compose file that uses every variable`(site: Site) throws {
        for file in try site.files(of: "env") {
            let folder = try Scratch()
            try folder.write([file])
            let variables = Self.variables(in: file)
            let service = variables.map { "      \($0.name): \"<${\($0.name)}>\"\n" }.joined()
            try folder.write(
                "version: \"3.8\"\nservices:\n  app:\n    image: example\n    environment:\n\(service)", to: "docker-compose.yml")
            let outcome = try Program.run(
                "docker-compose", ["--project-directory", folder.path(""), "-f", folder.path("docker-compose.yml"), "config"])
            #expect(outcome.status == 0, "\(outcome.output)")
            for (name, value) in variables {
                #expect(outcome.output.contains("      \(name): <\(value)>\n"), "\(name) is not \(value): \(outcome.output)")
            }
        }
    }

    @Test(.enabled(if: Program.isWanted("dash"), "dash is not installed"), arguments: Site.all(of: "Env"))
    func `A shell that reads it`(site: Site) throws {
        for file in try site.files(of: "env") {
            let folder = try Scratch()
            try folder.write([file])
            let variables = Self.variables(in: file)
            let names = variables.map { "printf '%s\\n' \"$\($0.name)\"\n" }.joined()
            // Where a star is in a value, files that it would match.
            try folder.write("", to: "x.app.example.org")
            let outcome = try Program.run("dash", ["-euc", "cd '\(folder.path(""))'\nset -a; . ./.env; set +a\n\(names)"])
            #expect(outcome.output == variables.map { "\($0.value)\n" }.joined())
        }
    }
}
