internal import Apply
internal import DHCP
internal import DNS
internal import DockerScripts
internal import Env
internal import Hosts
internal import Macvlan
internal import NetPlan
internal import Overlay
internal import Router
internal import Stack
internal import Swarm
internal import Traefik

/// The built-in emitters, one line each, in the order of the alphabet.
enum EmitterList {
    static let all: [any Emitter.Type] = [
        AdguardEmitter.self,
        BindEmitter.self,
        DhcpdEmitter.self,
        DnsmasqEmitter.self,
        DockerDaemonEmitter.self,
        EnvEmitter.self,
        HostsEmitter.self,
        KeaEmitter.self,
        MacvlanEmitter.self,
        OverlayEmitter.self,
        PiholeEmitter.self,
        Route53Emitter.self,
        RouterEmitter.self,
        StackEmitter.self,
        SwarmEmitter.self,
        TraefikEmitter.self,
        TraefikStaticEmitter.self,
        UnboundEmitter.self,
    ]

    /// The built-in emitters' names, and those of the programs on PATH that a plan can name.
    static func names(on path: SearchPath) -> [String] {
        let names = all.map { $0.name }
        return names + ExternalEmitter.all(on: path).map(\.name).filter { !names.contains($0) }
    }

    /// The folders that files of ours are in: Docker's networks are written by two emitters.
    static let folders = Set(all.map { $0.name } + [DockerScript.emitter])

    /// What a plan's `outputs` name.
    struct Chosen {
        /// With their settings read.
        var builtIn: [any Emitter] = []
        var external: [ExternalEmitter] = []
    }

    /// The emitters that a plan's `outputs` name. Programs are only looked for, not run.
    static func chosen(
        _ outputs: [PlanReader.Output], plan: Plan?, on path: SearchPath = .nowhere, reporting problems: inout Diagnostics
    ) -> Chosen {
        var chosen = Chosen()
        for output in outputs {
            if let type = all.first(where: { $0.name == output.emitter }) {
                if let plan { Placement.checkNodes(output.settings, in: plan, reporting: &problems) }
                chosen.builtIn.append(type.init(output.settings, reporting: &problems))
            } else if let program = ExternalEmitter.program(of: output.emitter, on: path) {
                if let plan { Placement.checkNodes(output.settings, in: plan, reporting: &problems) }
                // Its keys are its own; that there are keys is ours.
                switch output.settings.kind {
                case .text, .list:
                    problems.report(
                        .wrongType, at: output.settings.place, "the settings of the emitter '\(output.emitter)' are a map",
                        help: "write {key: value}, or {} where there is nothing to say")
                case .map, .empty, .refused:
                    let on = Placement.on(in: output.settings, reporting: &problems)
                    chosen.external.append(ExternalEmitter(name: output.emitter, program: program, settings: output.settings, on: on))
                }
            } else if let key = output.key {
                problems.report(
                    .unknownName, at: key.place, "there is no emitter '\(output.emitter)'",
                    help: UnknownEmitter(name: output.emitter, path: path).help)
            }
        }
        // What a program of others writes, nobody knows; and of a name that is none, more is not said.
        if let plan, chosen.builtIn.count == outputs.count { plan.checkServers(among: outputs, reporting: &problems) }
        return chosen
    }
}
