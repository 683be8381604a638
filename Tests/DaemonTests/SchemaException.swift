/// A plan that the reader and the schema judge differently, and why that is well.
struct SchemaException {
    let reason: String
    let snippet: String

    var text: String { "version: 1\nsite: home\n\(snippet)\n" }

    static let all: [SchemaException] = table.flatMap { reason, snippets in
        snippets.map { SchemaException(reason: reason, snippet: $0) }
    }

    /// Whether a changed plan differs by what the table has.
    static func covers(_ mutant: PlanMutant) -> Bool {
        [".size: 5", ".size: \"5\"", ".size: 0"].contains { mutant.name.hasPrefix(".pools.") && mutant.name.hasSuffix($0) }
            || mutant.name.hasSuffix(".mac-prefix: 0")
    }

    private static let table: [(String, [String])] = [
        (
            "a number that is not written in plain decimals is its value to an editor",
            [
                "lans: {home: {subnet: 192.168.0.0/24, vlan: 0x10}}",
                "lans: {home: {subnet: 192.168.0.0/24, vlan: 010}}",
                "lans: {home: {subnet: 192.168.0.0/24, vlan: +10}}",
                "lans: {home: {subnet: 192.168.0.0/24, vlan: 10.0}}",
                "engine: 20.05",
                "engine: 20.1234",
                "engine: 2e1",
            ]
        ),
        (
            "a sign or an exponent in a name is gone when an editor has made a number of it",
            [
                "nodes: {ds1: {address: auto, aliases: [+1.5]}}",
                "domain: +5",
                "nodes: {ds1: {address: auto, hostname: .5}}",
            ]
        ),
        (
            "a word that an editor takes for nothing, or in capitals for a boolean",
            [
                "domain: null",
                "overlays: {web: {attachable: True}}",
            ]
        ),
        (
            "one octet with a leading zero, as a number",
            [
                "dhcp: {classes: {c: {mac-prefix: 2, range: 192.168.0.9}}}"
            ]
        ),
        (
            "two ends of which the first is higher",
            [
                "lans: {home: {subnet: 192.168.0.0/24, dhcp: {ranges: [192.168.0.9-192.168.0.8]}}}",
                #"services: {app: {published: ["81-80"]}}"#,
                #"services: {app: {published: ["80-81:80"]}}"#,
            ]
        ),
        (
            "a size that its base does not hold",
            [
                "pools: {swarm: {base: 10.0.0.0/8, size: 7}}"
            ]
        ),
        (
            "a duration over 32 bits of seconds",
            [
                "nodes: {}\ndhcp: {groups: {g: {hosts: [], lease: {max: 50000d}}}}"
            ]
        ),
        (
            "a slip in the kind of a middleware",
            [
                "outputs: {traefik: {middlewares: {a: {compres: {}}}}}"
            ]
        ),
        (
            "a path that another file of the emitter has",
            [
                "outputs: {dhcpd: {include: true, path: /etc/dhcp/netplan-swarm.conf}}"
            ]
        ),
    ]
}
