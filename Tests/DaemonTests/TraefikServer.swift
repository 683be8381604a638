import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A Traefik on loopback that reads a folder of files and nothing else.
final class TraefikServer {
    let folder: Scratch
    private let process: Process
    private let port: Int

    /// Starts it with every entry point that the files name, each on a port of its own.
    init(files: [String: String]) throws {
        folder = try Scratch()
        for (name, text) in files { try folder.write(text, to: "dynamic/\(name)") }
        port = Int.random(in: 20000..<30000)
        var arguments = [
            "--entrypoints.traefik.address=127.0.0.1:\(port)", "--api.insecure", "--ping",
            "--providers.file.directory=\(folder.path("dynamic"))",
            "--providers.providersthrottleduration=100ms", "--log.level=WARN", "--log.nocolor", "--global.checknewversion=false",
            "--global.sendanonymoususage=false",
        ]
        for (index, (name, isUDP)) in Self.entrypoints(in: files).sorted(by: { $0.key < $1.key }).enumerated() {
            arguments.append("--entrypoints.\(name).address=127.0.0.1:\(port + 1 + index)\(isUDP ? "/udp" : "")")
        }
        process = try Program.start("traefik", arguments, log: URL(fileURLWithPath: folder.path("log"))).process
    }

    /// The names below `entryPoints:`, and whether they stand in a file's udp section.
    private static func entrypoints(in files: [String: String]) -> [String: Bool] {
        var found: [String: Bool] = [:]
        for text in files.values {
            var section = Substring()
            var isInside = false
            for line in text.split(separator: "\n") {
                if !line.hasPrefix(" ") { section = line }
                let word = line.drop { $0 == " " }
                if isInside, word.hasPrefix("- ") {
                    found[String(word.dropFirst(2).replacing("\"", with: ""))] = section == "udp:"
                } else {
                    isInside = word == "entryPoints:"
                }
            }
        }
        return found
    }

    struct NoAnswer: Error, CustomStringConvertible {
        let description: String
    }

    /// What Traefik made of the files, once it has read them.
    func rawData() async throws -> [String: Any] {
        for _ in 0..<100 where process.isRunning {
            try await Task.sleep(for: .milliseconds(100))
            guard let answer = try? await get("api/rawdata"), let object = try? JSONSerialization.jsonObject(with: answer) as? [String: Any]
            else { continue }
            // Its own routers are there from the start; ours come with the first reading of the folder.
            let names = ["routers", "tcpRouters", "udpRouters"].flatMap { (object[$0] as? [String: Any] ?? [:]).keys }
            if names.contains(where: { $0.hasSuffix("@file") }) { return object }
        }
        throw NoAnswer(description: "Traefik loaded no file:\n\(try log())")
    }

    /// Whether it sends requests to this URL by now, or soon.
    func serves(_ url: String) async throws -> Bool {
        for _ in 0..<100 {
            let services = try await rawData()["services"] as? [String: [String: Any]] ?? [:]
            let urls = services.values.flatMap { ($0["serverStatus"] as? [String: Any] ?? [:]).keys }
            if urls.contains(url) { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }

    private func get(_ path: String) async throws -> Data {
        guard let url = URL(string: "http://127.0.0.1:\(port)/\(path)") else { return Data() }
        return try await URLSession.shared.data(from: url).0
    }

    func log() throws -> String { try String(decoding: Data(contentsOf: URL(fileURLWithPath: folder.path("log"))), as: UTF8.self) }

    /// Ends it by its process id, and waits.
    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }
}
