internal import Apply
internal import NetPlan
internal import YAML

/// Judges the file that Traefik starts with. Of its sections Traefik passes over one that it does not know (measured, 3.7).
struct TraefikStaticJudge: Judge {
    /// Those of Traefik 3.7.
    private static let sections: Set = [
        "accessLog", "api", "certificatesResolvers", "core", "entryPoints", "experimental", "global", "hostResolver", "log", "metrics",
        "ocsp",
        "ping", "providers", "serversTransport", "spiffe", "tcpServersTransport", "tracing",
    ]

    func faults(in content: [UInt8], part: Replacement.Part, neighbours: [(name: String, content: [UInt8])]) -> [String] {
        var problems = Diagnostics()
        guard let document = YAMLReader.read(content, file: "the file", reporting: &problems) else {
            return problems.located().map { "line \($0.location?.mark.line ?? 1): \($0.diagnostic.message)" }
        }
        return document.entries.map(\.key.text).filter { !Self.sections.contains($0) }.map { "Traefik knows no section '\($0)'" }
    }
}
