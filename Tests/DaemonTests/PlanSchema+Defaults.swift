import Foundation
import NetPlan
import Testing
import YAML

@testable import netplan_swarm

extension PlanSchema {
    /// A plan with one of everything that has a default, and no default written.
    static var sparsePlan: [String: Any] {
        [
            "version": 1, "site": "home", "lans": ["home": ["subnet": "192.168.0.0/24"]], "nodes": ["ds1": ["address": "auto"]],
            "macvlans": ["pihole": ["nodes": ["ds1"]]], "overlays": ["web": [String: Any]()],
            "services": ["mqtt": ["backends": ["nas:1883"], "tcp": ["entrypoint": "mqtt"]] as [String: Any]],
            "outputs": ["dhcpd": [String: Any](), "router": [String: Any](), "traefik": [String: Any]()],
        ]
    }

    /// Where each definition's keys stand in it.
    static let sparsePaths: [String: [String]] = [
        "plan": [], "lan": ["lans", "home"], "slices": ["lans", "home", "slices"], "pools": ["pools"], "node": ["nodes", "ds1"],
        "macvlan": ["macvlans", "pihole"], "overlay": ["overlays", "web"], "service": ["services", "mqtt"],
        "tcp": ["services", "mqtt", "tcp"], "outputs.dhcpd": ["outputs", "dhcpd"], "outputs.router": ["outputs", "router"],
        "outputs.traefik": ["outputs", "traefik"],
    ]

    static func setting(_ value: Any, at path: [String], in map: [String: Any]) -> [String: Any] {
        guard let key = path.first else { return map }
        var map = map
        map[key] = path.count == 1 ? value : setting(value, at: Array(path.dropFirst()), in: map[key] as? [String: Any] ?? [:])
        return map
    }

    /// All that is read of a plan, in words: the plan, and its emitters.
    static func everything(read plan: [String: Any]) throws -> String {
        let json = try JSONSerialization.data(withJSONObject: plan, options: [.sortedKeys, .withoutEscapingSlashes])
        var problems = Diagnostics()
        let document = try #require(YAMLReader.read(Array(json), file: "plan", reporting: &problems))
        let (read, outputs) = PlanReader.read(document, reporting: &problems)
        let emitters = EmitterList.chosen(outputs, plan: read, reporting: &problems)
        #expect(problems.all.isEmpty, "\(problems.all)")
        return "\(try #require(read))\n\(emitters)"
    }
}
