public import NetPlan

/// Change batches for Amazon Route 53, a folder for each zone, with the script that brings a hosted zone to them.
///
///     outputs: {route53: {}}   // route53/apply.sh, route53/home.arpa/0001.json, route53/0.168.192.in-addr.arpa/0001.json
///
/// Nothing is installed unless a `path:` says where: they are sent from wherever the credentials are.
public struct Route53Emitter: Emitter {
    public static let name = "route53"
    public static let summary = "change batches for Route 53, of names and of addresses"
    public static let reader = "Amazon Route 53"

    private let placement: Placement

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        let fields = Fields(settings, of: "the route53 emitter", Self.keys, reporting: &problems)
        placement = Placement(fields, reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let site = allocation.plan.site
        let batches = Zone.zones(of: allocation, allocation.resourceRecords()).flatMap { zone in
            ChangeBatch.batches(of: zone, for: site, reporting: &problems).enumerated().map { number, batch in
                let digits = String(number + 1)
                return file("\(zone.name)/\(String(repeating: "0", count: max(4 - digits.count, 0)))\(digits).json", batch.text)
            }
        }
        return batches + [file("apply.sh", ChangeBatch.script(for: site))]
    }

    private func file(_ name: String, _ text: TextBuffer) -> Artifact {
        .file(
            FileArtifact(
                path: "route53/\(name)", emitter: Self.name, content: text.bytes, installPath: placement.path.map { "\($0)/\(name)" },
                on: placement.on))
    }
}
