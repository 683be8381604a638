import Foundation
import NetPlan
import Testing

/// Compose files judge the fragments, as those of Traefik's labels.
@Suite(.enabled(if: Compose.isWanted, "neither 'docker stack config' (23 or later) nor docker-compose is installed"))
struct StackTests {
    /// Alone behind the stack's own file, and with the labels of the same service.
    @Test(arguments: Site.all(of: "Stack"))
    func `A stack takes the fragments`(site: Site) throws {
        let labels = try site.files(of: "traefik").filter { $0.path.hasPrefix("traefik/labels/") }
        for file in try site.files(of: "stack") {
            let folder = try Scratch()
            let service = file.name.replacing(".yml", with: "")
            try folder.write(
                "services:\n  \"\(service)\":\n    image: example\n    deploy: {placement: {constraints: [own==1]}}\n", to: "stack.yml")
            try folder.write(String(decoding: file.content, as: UTF8.self), to: "fragment.yml")
            var files = ["stack.yml", "fragment.yml"]
            if let labels = labels.first(where: { $0.name == file.name }) {
                try folder.write(String(decoding: labels.content, as: UTF8.self), to: "labels.yml")
                files.append("labels.yml")
            }
            let merged = try Compose.config(files.map(folder.path))
            #expect(merged.status == 0, "\(file.path): \(merged.output)")
            // What stands in quotes in a fragment, and a number, stands there still.
            let plain = merged.output.replacing("'", with: "").replacing("\"", with: "")
            for line in String(decoding: file.content, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
                let words = line.drop { " -".contains($0) }.replacing("\"", with: "")
                // extra_hosts are a map to docker-compose.
                let isThere = plain.contains(words) || plain.contains(words.replacing(":", with: ": ", maxReplacements: 1))
                #expect(isThere, "\(file.path): \(words) is not in \(merged.output)")
            }
            #expect(plain.contains("own==1"))
        }
    }
}
