internal import Apply
internal import NetPlan
internal import YAML

/// Judges a file for Traefik's file provider, which has no check of its own: one bad file in its folder stops all others (measured, 3.7).
struct TraefikJudge: Judge {
    var readsNeighbours: Bool { true }

    func faults(in content: [UInt8], part: Replacement.Part, neighbours: [(name: String, content: [UInt8])]) -> [String] {
        let (own, faults) = Self.read(content, "the file")
        guard let own else { return faults }
        let names = Self.names(in: own)
        return faults + Self.faults(in: own)
            + neighbours.flatMap { neighbour in
                // A template is no YAML before Traefik has filled it in; TOML is not ours to read.
                guard [".yml", ".yaml"].contains(where: neighbour.name.lowercased().hasSuffix), !Self.hasTemplate(neighbour.content) else {
                    return [String]()
                }
                let (document, faults) = Self.read(neighbour.content, "its neighbour '\(neighbour.name)'")
                guard let document else { return faults.map { "\($0): Traefik would load none of the folder" } }
                return Self.names(in: document).intersection(names).sorted().map {
                    "'\($0)' stands in '\(neighbour.name)' too, and Traefik takes one of the two"
                }
            }
    }

    private static func read(_ content: [UInt8], _ whose: String) -> (Document?, [String]) {
        var problems = Diagnostics()
        let document = YAMLReader.read(content, file: whose, reporting: &problems)
        return (
            document,
            document == nil
                ? problems.located().map { "\(whose)\($0.location.map { ": line \($0.mark.line)" } ?? ""): \($0.diagnostic.message)" } : []
        )
    }

    private static func hasTemplate(_ content: [UInt8]) -> Bool { String(decoding: content, as: UTF8.self).contains("{{") }

    private static let sections: Set = ["http", "tcp", "udp", "tls"]

    /// What Traefik refuses, or ignores without a word.
    private static func faults(in document: Document) -> [String] {
        var faults: [String] = []
        for (key, value) in document.entries {
            if !sections.contains(key.text) { faults.append("'\(key.text)' is no section of a dynamic file") }
            if value.entries.isEmpty { faults.append("'\(key.text)' is empty, and Traefik refuses that") }
            for (kind, things) in value.entries where things.entries.isEmpty && things.elements.isEmpty {
                faults.append("'\(key.text).\(kind.text)' is empty, and Traefik refuses that")
            }
        }
        return faults
    }

    /// `http.routers.home-web`.
    private static func names(in document: Document) -> Set<String> {
        var names = Set<String>()
        for (section, kinds) in document.entries {
            for (kind, things) in kinds.entries {
                for (name, _) in things.entries { names.insert("\(section.text).\(kind.text).\(name.text)") }
            }
        }
        return names
    }
}

extension Sequence {
    fileprivate var isEmpty: Bool { first { _ in true } == nil }
}
