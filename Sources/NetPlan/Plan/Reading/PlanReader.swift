/// Turns a document into a plan: each text becomes its value here, once.
///
///     var problems = Diagnostics()
///     let (plan, outputs) = PlanReader.read(document, reporting: &problems)
///
/// Never stops at a fault: what is wrong is reported at its place and left out. Names are resolved to references, so the
/// sections are read in the order of what they need, whatever their order in the file.
public struct PlanReader {
    var plan: Plan
    var problems: Diagnostics
    var names = Names()

    /// One entry of `outputs`: which emitter runs, and what it is told.
    public struct Output: Sendable {
        public let emitter: String
        /// The emitter's name in the plan; nil where the plan says nothing and this is a default.
        public let key: Document?
        public let settings: Document
    }

    /// The emitters that run where the plan has no `outputs`.
    public static let defaultOutputs = ["hosts", "dhcpd", "macvlan", "overlay", "traefik", "router"]

    /// Nil where not even the site's name could be read.
    public static func read(_ document: Document, reporting problems: inout Diagnostics) -> (plan: Plan?, outputs: [Output]) {
        problems.locate(in: document)
        let root = Fields(document, .plan, reporting: &problems)
        guard document.kind == .map else { return (nil, []) }
        readVersion(root, reporting: &problems)
        let site = readSite(root, reporting: &problems)
        let domain = root["domain"]?.hostName(reporting: &problems)
        let engine = root["engine"]?.value(
            .invalidNumber, "an engine version", example: "\"20.10\"", reporting: &problems, parsing: EngineVersion.init(parsing:))

        var reader = PlanReader(
            plan: Plan(
                site: site ?? HostName(joined: "site"), domain: domain ?? HostName(joined: "home.arpa"),
                engine: engine ?? EngineVersion(20, 10)),
            problems: problems)
        reader.read(root)
        problems = reader.problems
        reader.plan.isSiteRefused = site == nil
        return (reader.plan, outputs(root, reporting: &problems))
    }

    private static func readVersion(_ root: Fields, reporting problems: inout Diagnostics) {
        let top = Place.mark(file: root.document.file, Mark(line: 1, column: 1))
        let version = root.required("version", of: "a plan", at: top, help: "write 'version: 1' at the top", reporting: &problems)
        guard let version, version.isText(.text, reporting: &problems), version.text != "1" else { return }
        problems.report(
            .unsupportedVersion, at: version.place, "this program reads version 1 of the plan file, not '\(version.text)'",
            help: Int(version.text) == nil
                ? "write 'version: 1'" : "if the plan was written for a newer netplan-swarm, update the program; else write 'version: 1'")
    }

    private static func readSite(_ root: Fields, reporting problems: inout Diagnostics) -> HostName? {
        let top = Place.mark(file: root.document.file, Mark(line: 1, column: 1))
        let site = root.required(
            "site", of: "a plan", at: top, help: "write 'site: home', or whatever the place is called", reporting: &problems)
        guard let site, let name = site.hostName(reporting: &problems) else { return nil }
        guard name.isQualified else { return name }
        problems.report(
            .invalidName, at: site.place, "a site's name has no dots: '\(site.text)'",
            help: "write '\(name.short)', and the rest as 'domain'")
        return nil
    }

    private mutating func read(_ root: Fields) {
        for section in PlanFormat.plan.keys where root.has(section) && root[section] == nil { names.lostSections.insert(section) }
        if names.lostSections.contains("lans") { plan.hasUnreadableLANs = true }
        if names.lostSections.contains("nodes") { plan.refusedRoles = true }
        if let nodes = root["nodes"], let devices = root["devices"] { plan.devicesComeFirst = devices.index < nodes.index }
        readIgnores(root["ignore"])
        readLANs(root["lans"])
        readPools(root["pools"])
        readExternal(root["external"])
        readNodes(root["nodes"])
        readDevices(root["devices"])
        readVIPs(root["vips"])
        readMacvlans(root["macvlans"])
        readOverlays(root["overlays"])
        readServices(root["services"])
        readIngress(root["ingress"])
        readNameServers(root["lans"])
        readRecords(root["dns"])
        readDHCP(root["dhcp"])
    }

    private static func outputs(_ root: Fields, reporting problems: inout Diagnostics) -> [Output] {
        guard let document = root["outputs"], document.kind != .empty else {
            if root.has("outputs"), root["outputs"] == nil { return [] }
            return defaultOutputs.map { Output(emitter: $0, key: nil, settings: .nothing(like: root.document)) }
        }
        return document.map(of: "emitters", reporting: &problems).map { Output(emitter: $0.key.text, key: $0.key, settings: $0.value) }
    }

    private mutating func readIgnores(_ document: Document?) {
        for (index, entry) in (document?.list(of: "rules to ignore", reporting: &problems) ?? []).enumerated() {
            let fields = Fields(entry, .ignore, reporting: &problems)
            let rule = fields.required(
                "rule", of: "an entry of 'ignore'", at: entry.place, help: "name the rule, as manager-count", reporting: &problems)
            let reason = fields.required(
                "reason", of: "an entry of 'ignore'", at: entry.place, help: "say why this site lives with it", reporting: &problems)
            let path = fields["at"].flatMap { readPath($0) }
            guard let rule, rule.isText(.text, reporting: &problems), let reason = reason?.string(reporting: &problems) else { continue }
            guard let id = RuleID(rawValue: rule.text) else {
                reportUnknown(rule, "rule", among: RuleID.allCases.map(\.rawValue))
                continue
            }
            if fields.has("at"), path == nil { continue }
            plan.ignores.append(Ignore(rule: id, path: path, reason: reason, index: index))
        }
    }

    private mutating func readPath(_ document: Document) -> PlanPath? {
        guard document.isText(.text, reporting: &problems) else { return nil }
        if let path = PlanPath(parsing: document.text) { return path }
        problems.report(
            .invalidName, at: document.place, "'\(document.text)' is not a path of the plan",
            help: "write it as nodes.ds1.address or lans.home.dhcp.ranges[0]")
        return nil
    }
}
