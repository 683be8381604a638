internal import DHCP
internal import DNS
internal import Hosts
internal import Macvlan
internal import NetPlan
internal import Overlay
internal import Router
internal import Traefik

/// The built-in emitters, one line each, in the order of the alphabet.
enum EmitterList {
    static let all: [any Emitter.Type] = [
        AdguardEmitter.self,
        BindEmitter.self,
        DhcpdEmitter.self,
        DnsmasqEmitter.self,
        HostsEmitter.self,
        KeaEmitter.self,
        MacvlanEmitter.self,
        OverlayEmitter.self,
        PiholeEmitter.self,
        RouterEmitter.self,
        TraefikEmitter.self,
        UnboundEmitter.self,
    ]

    /// The emitters that a plan's `outputs` name, with their settings read.
    static func chosen(_ outputs: [PlanReader.Output], plan: Plan?, reporting problems: inout Diagnostics) -> [any Emitter] {
        outputs.compactMap { output in
            guard let type = all.first(where: { $0.name == output.emitter }) else {
                if let key = output.key {
                    let names = all.map { $0.name }
                    let help =
                        Spelling.nearest(to: output.emitter, among: names).map { "did you mean \($0)?" }
                        ?? "there is \(Spelling.list(names, "and"))"
                    problems.report(.unknownName, at: key.place, "there is no emitter '\(output.emitter)'", help: help)
                }
                return nil
            }
            if let plan { Placement.checkNodes(output.settings, in: plan, reporting: &problems) }
            return type.init(output.settings, reporting: &problems)
        }
    }
}
