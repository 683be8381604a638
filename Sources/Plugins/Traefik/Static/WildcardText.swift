internal import NetPlan

/// A dynamic file with one router, whose only business is the certificate for the domain and all names right below it.
///
/// A route's own `tls` takes the place of its entry point's, with the resolver and the domains in it, and all of ours have one: so nobody
/// would order what the entry point names. Once this router has, each route with a `tls` finds the certificate by the name that a client asks for.
struct WildcardText {
    static let fileName = "netplan-swarm-wildcard.yml"

    private var text: YAMLText

    var bytes: [UInt8] { text.buffer.bytes }

    init(_ resolver: StaticSettings.Resolver, for plan: Plan) {
        text = YAMLText(site: plan.site)
        text.map("http") { text in
            text.map("routers") { text in
                text.map("\(plan.site)-wildcard") { text in
                    text.entry("rule", "Host(`\(plan.domain)`)")
                    text.list("entryPoints", [StaticSettings.securePoint])
                    // Below every other route: the domain's own comes first.
                    text.entry("priority", -1)
                    text.entry("service", "noop@internal")
                    text.wildcard(of: plan.domain, by: resolver)
                }
            }
        }
    }
}

extension YAMLText {
    /// A `tls` with one certificate for the domain and all names right below it.
    mutating func wildcard(of domain: HostName, by resolver: StaticSettings.Resolver) {
        map("tls") { text in
            text.entry("certResolver", resolver.name)
            text.maps("domains", [domain]) { text, domain in
                text.entry("main", domain.description)
                text.list("sans", ["*.\(domain)"])
            }
        }
    }
}
