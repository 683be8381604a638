internal import NetPlan

/// What the plan's `outputs.traefik` says.
struct TraefikSettings: Sendable {
    /// How the swarm publishes Traefik's own ports.
    enum Publish: String, CaseIterable {
        /// Through the routing mesh, which hides the client's address.
        case ingress
        /// On the node itself.
        case host
    }

    static let keys = Placement.keys + ["certresolver", "entrypoints", "publish", "middlewares"]

    let placement: Placement
    /// Who gets certificates; nil for Traefik's default certificate.
    let certresolver: String?
    /// Where HTTP routes listen; none for all of Traefik's default ones.
    let entrypoints: [String]
    let publish: Publish
    /// In the order of the plan.
    let middlewares: [OwnMiddleware]

    init(_ document: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(document, of: "the traefik emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
        certresolver = fields["certresolver"]?.plainName("a certificate resolver", reporting: &problems)
        entrypoints =
            fields["entrypoints"].map { list in
                list.list(of: "entry points", reporting: &problems).compactMap { $0.plainName("an entry point", reporting: &problems) }
            } ?? ["websecure"]
        publish = fields["publish"]?.choice(Publish.self, "publish", reporting: &problems) ?? .ingress
        let entries = fields["middlewares"]?.map(of: "middlewares", reporting: &problems) ?? []
        middlewares = entries.compactMap { OwnMiddleware(name: $0.key, body: $0.value, reporting: &problems) }
    }
}

extension Document {
    /// A name as Traefik's own: a label's list splits at commas, and `@` begins a provider.
    func plainName(_ noun: String, reporting problems: inout Diagnostics) -> String? {
        guard let name = string(reporting: &problems) else { return nil }
        let isPlain = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "-_.".utf8.contains(byte)
        }
        if isPlain, (1...128).contains(name.utf8.count) { return name }
        problems.report(.invalidName, at: place, "'\(name)' can't name \(noun)", help: "use letters, digits, '-', '_' and '.', at most 128")
        return nil
    }
}
