public import NetPlan

/// Every address and name of the site as variables of one `.env`, for compose files and scripts.
///
///     NODE_DS1_ADDRESS=192.168.0.11
///     NODE_DS1_NAME=ds1.home.arpa
///     // in a compose file: extra_hosts: ["${NODE_DS1_NAME}:${NODE_DS1_ADDRESS}"]
///
/// No value has a blank, a quote or a dollar: compose, `env_file` and a shell read the same (docs.docker.com, "Compose file interpolation").
public struct EnvEmitter: Emitter {
    public static let name = "env"
    public static let summary = "one .env with every address and name, for compose files"
    public static let reader = "compose files"

    private let placement: Placement

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the env emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        var variables = Variables(of: allocation)
        variables.addSite()
        variables.addOwners()
        variables.addNetworks()
        variables.addServices()
        variables.addRecords()
        for collision in variables.collisions {
            problems.report(
                .duplicateName, at: collision.place, "the variable \(collision.variable) would stand twice in .env",
                help: "give one of the two another name: '.', '-' and '_' are one sign in a variable",
                related: [Related("the first is here", at: collision.other)])
        }
        return [
            .file(
                FileArtifact(
                    path: "env/.env", emitter: Self.name, content: variables.text.bytes, installPath: placement.path,
                    on: placement.on))
        ]
    }
}
