import NetPlan
import Testing
import Traefik
import YAML

/// What the emitter says of a plan before Traefik could.
struct TraefikFindingsTests {
    private func findings(services: String, settings: String) -> [String] {
        let plan = """
            version: 1
            site: home
            lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}
            nodes: {ds1: {address: 192.168.0.11, role: manager}}
            overlays: {proxy: {}}
            services:
            \(services)
            outputs: {traefik: {\(settings)}}
            """
        var problems = Diagnostics()
        guard let document = YAMLReader.read(Array(plan.utf8), file: "plan", reporting: &problems) else { return ["no YAML"] }
        let (read, outputs) = PlanReader.read(document, reporting: &problems)
        guard let read, let output = outputs.first else { return ["no plan"] }
        let allocation = Allocation.allocating(read, reporting: &problems)
        _ = TraefikEmitter(output.settings, reporting: &problems).artifacts(for: allocation, reporting: &problems)
        return problems.located().map { found in
            let place = found.location.map { "\($0.mark.line):\($0.mark.column)" } ?? "-"
            return "\(place) \(found.diagnostic.severity.rawValue) \(found.diagnostic.rule.rawValue) \(found.diagnostic.help ?? "")"
        }
    }

    struct Fault: CustomTestStringConvertible {
        let service: String
        var settings = "publish: host"
        /// The beginning of each finding.
        let expected: [String]

        var testDescription: String { service + " " + settings }
    }

    @Test(arguments: [
        Fault(service: "{network: proxy, port: 80, middlewares: [lan-only]}", expected: []),
        Fault(
            service: "{network: proxy, port: 80, middlewares: [lan-only]}", settings: "",
            expected: ["7:49 warning allowlist-behind-ingress"]),
        Fault(
            service: "{network: proxy, port: 80, middlewares: [a@file, chained]}",
            settings: "middlewares: {chained: {chain: {middlewares: [lan-only]}}}",
            expected: ["7:57 warning allowlist-behind-ingress"]),
        Fault(service: "{network: proxy, middlewares: [lan-only]}", settings: "", expected: []),
        Fault(
            service: "{network: proxy, port: 80, middlewares: [lan-onyl]}",
            expected: ["7:49 error middleware-unknown did you mean 'lan-only'?"]),
        Fault(
            service: "{network: proxy, port: 80, middlewares: [x@docker, auth]}",
            expected: ["7:59 error middleware-unknown declare it there"]),
        Fault(
            service: "{network: proxy, port: 80, middlewares: [all]}",
            settings: "publish: host, middlewares: {all: {chain: {middlewares: [nobody]}}}",
            expected: ["8:78 error middleware-unknown"]),
        Fault(
            service: "{network: proxy, port: 80, middlewares: [lan-only], udp: {entrypoint: dns}}", settings: "",
            expected: ["7:49 error middleware-unknown take the middlewares away"]),
        Fault(
            service: "{network: proxy, port: 80, middlewares: [c], tcp: {entrypoint: dns}}", settings: "middlewares: {c: {compress: {}}}",
            expected: ["7:49 error middleware-unknown take 'c' away here"]),
        Fault(
            service: "{network: proxy, port: 80, middlewares: [c]}",
            settings: "middlewares: {few: {inFlightConn: {amount: 1}}, c: {chain: {middlewares: [few, c]}}}",
            expected: ["8:95 error middleware-unknown take 'few' away here"]),
        Fault(service: "{}", settings: "middlewares: {c: {comprss: {}}}", expected: ["8:39 error unknown-key did you mean 'compress'?"]),
        Fault(service: "{}", settings: "middlewares: {c: {compress: {}, headers: {}}}", expected: ["8:38 error wrong-type"]),
        Fault(service: "{}", settings: "middlewares: {lan-only: {compress: {}}}", expected: ["8:35 error reserved-name"]),
        Fault(service: "{}", settings: "publish: hots", expected: ["8:30 error invalid-choice did you mean host?"]),
        Fault(
            service: "{}", settings: "entrypoints: [\"a,b\"], certresolver: 'x y'",
            expected: ["8:35 error invalid-name", "8:57 error invalid-name"]),
    ])
    func `Each fault has its place`(fault: Fault) {
        let found = findings(services: "  app: \(fault.service)", settings: fault.settings)
        #expect(found.count == fault.expected.count, "\(found)")
        for (one, expected) in zip(found, fault.expected) { #expect(one.hasPrefix(expected), "\(found)") }
    }
}
