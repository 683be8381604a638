/// `mode: subnet`, the recipe from the web: the LAN's router is out of reach, and over a swarm it can't be made at all.
enum MacvlanSubnetModeRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        // moby 468e3521b0, in 29.0.
        let gateway = survey.plan.engine.major < 29 ? "Docker takes its first address as gateway" : "Docker gives it no gateway"
        for macvlan in survey.plan.macvlans where macvlan.mode == .subnet {
            if macvlan.scope == .swarm {
                problems.report(
                    .macvlanSubnetMode, .error, at: .value(macvlan.path["mode"]),
                    "macvlan \(macvlan.name) has mode subnet, which works with scope local only",
                    help: "take 'mode' out, or write scope: local")
            } else {
                problems.report(
                    .macvlanSubnetMode, at: .value(macvlan.path["mode"]),
                    sentence("macvlan \(macvlan.name)", makes: "each slice", gateway),
                    help: "take 'mode: subnet' out: the slice is then a range of the LAN")
            }
        }
    }

    /// What is said of a slice as a subnet of its own, in a plan or in a pasted text.
    static func sentence(_ noun: String, makes slice: String, _ gateway: String) -> String {
        "\(noun) makes \(slice) a subnet: \(gateway), and no container reaches the LAN's router"
    }
}
