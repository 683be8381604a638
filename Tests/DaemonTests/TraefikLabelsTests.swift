import Foundation
import NetPlan
import Testing

/// Compose files judge the fragments: docker's own client, and where that is older than 23, Debian's docker-compose.
@Suite(.enabled(if: Compose.isWanted, "neither 'docker stack config' (23 or later) nor docker-compose is installed"))
struct TraefikLabelsTests {
    /// A fragment is read alone and behind the stack's own file, and each label arrives as it was meant.
    @Test(arguments: Site.all(of: "Traefik"))
    func `A stack takes the fragments`(site: Site) throws {
        let files = try site.files(of: "traefik").filter { $0.path.hasPrefix("traefik/labels/") }
        let folder = try Scratch()
        for file in files {
            let service = file.name.replacing(".yml", with: "")
            let image = "services:\n  \"\(service)\":\n    image: example\n    deploy: {labels: {own: \"1\"}}\n"
            try folder.write(String(decoding: file.content, as: UTF8.self), to: file.name)
            try folder.write(image, to: "stack.yml")
            let merged = try Compose.config([folder.path("stack.yml"), folder.path(file.name)])
            #expect(merged.status == 0, "\(file.path): \(merged.output)")
            let plain = merged.output.replacing("'", with: "\"")
            #expect(plain.contains("own: \"1\"") && plain.contains("traefik.enable: \"true\""), "\(merged.output)")
            // docker prints what a label is, docker-compose what must be written for it.
            if Compose.hasDocker { #expect(!merged.output.contains("$$"), "\(merged.output)") }
        }
    }
}

/// Whatever on this machine reads a stack's files.
enum Compose {
    /// 20.10 answers the help of a verb that it doesn't have with that of the one above.
    static let hasDocker = (try? Program.run("docker", ["stack", "config", "--help"]))?.output.contains("docker stack config") ?? false

    static var isWanted: Bool { hasDocker || Program.isWanted("docker-compose") }

    /// The files merged into one, as it would be deployed.
    static func config(_ files: [String]) throws -> Program.Outcome {
        if hasDocker { return try Program.run("docker", ["stack", "config"] + files.flatMap { ["-c", $0] }) }
        return try Program.run("docker-compose", files.flatMap { ["-f", $0] } + ["config"])
    }
}
