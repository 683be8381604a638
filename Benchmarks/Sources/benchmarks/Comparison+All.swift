extension Comparison {
    /// Everything that docs/performance.md tells, in its order. `place` has the folders and programs.
    static func all(in place: Workplace) -> [Comparison] {
        ours(place) + [
            networks(place, 1_000_000),
            networks(place, 100_000, peers: place.mergers),
            Comparison(
                title: "Peers: 10,000 records or hosts to files",
                preparation: place.samples([(.devices, 10_000), (.records, 10_000), (.variables, 10_000)]) + " && \(place.peers) 10000",
                subjects: [Subject("`generate`: six files", place.generate(.devices, 10_000))] + place.templates),
        ]
    }

    private static func ours(_ place: Workplace) -> [Comparison] {
        let big = [(Sample.devices, 100_000)]
        return [
            Comparison(
                title: "Start-up", rounds: 51,
                subjects: [
                    Subject("an empty C program", Program(place.built("empty"))),
                    Subject("`--version`", Program(place.program, "--version")),
                    Subject(
                        "`show` on the smallest plan", Program(place.program, "show", place.smallest), goal: "10 ms more than the first"),
                ]),
            Comparison(
                title: "100,000 devices", preparation: place.samples(big),
                subjects: [
                    Subject("libyaml's own events, in C", Program(place.built("events"), place.plan(.devices, 100_000))),
                    Subject("`validate`", Program(place.program, "validate", place.plan(.devices, 100_000))),
                    Subject("`generate`", place.generate(.devices, 100_000), goal: "3 × (aim: 2 ×), below dhcpd, 600 MB"),
                    Subject("`generate` again", place.again(.devices, 100_000)),
                    Subject(
                        "`dhcpd -t` on what it wrote",
                        Program("dhcpd", "-t", "-4", "-cf", place.output(.devices, 100_000) + "/dhcpd/dhcpd.conf")),
                ]),
            Comparison(
                title: "100,000 devices, on a disk", preparation: place.samples(big),
                subjects: [
                    Subject("`generate`", place.generate(.devices, 100_000, onDisk: true)),
                    Subject("`generate` again, nothing changed", place.again(.devices, 100_000, onDisk: true), goal: "0.5 ×"),
                ]),
            Comparison(
                title: "1,000,000 devices", preparation: place.samples(big + [(.devices, 1_000_000)]),
                subjects: [
                    Subject("`generate`, 100,000", place.generate(.devices, 100_000)),
                    Subject("`generate`, 1,000,000", place.generate(.devices, 1_000_000), goal: "11 ×"),
                    Subject("libyaml's own events, in C, 1,000,000", Program(place.built("events"), place.plan(.devices, 1_000_000))),
                ]),
            Comparison(
                title: "100,000 devices whose address is open", preparation: place.samples(big + [(.auto, 100_000)]),
                subjects: [
                    Subject("declared", place.generate(.devices, 100_000)),
                    Subject("`auto`, all decided now", place.generate(.auto, 100_000), goal: "as declared, plus a sort"),
                    Subject("`auto`, all in the lock", place.again(.auto, 100_000)),
                ]),
            Comparison(
                title: "50,000 doubles among 100,000 devices", preparation: place.samples(big + [(.doubles, 100_000)]),
                subjects: [
                    Subject("`validate` without a double", Program(place.program, "validate", place.plan(.devices, 100_000))),
                    Subject("`validate` with 50,000", Program(place.program, "validate", place.plan(.doubles, 100_000), codes: [3])),
                ]),
            Comparison(
                title: "Overlays and external networks", preparation: place.samples([(.overlays, 1000), (.overlays, 10_000)]),
                subjects: [
                    Subject("`validate`, 1,000 and 100", Program(place.program, "validate", place.plan(.overlays, 1000))),
                    Subject(
                        "`validate`, 10,000 and 1,000", Program(place.program, "validate", place.plan(.overlays, 10_000)), goal: "linear"),
                ]),
            Comparison(
                title: "Emitters: one alone, 10,000 and 100,000 devices", preparation: place.samples([(.devices, 10_000)] + big),
                subjects: emitters.flatMap { emitter in
                    [10_000, 100_000].map { Subject("`\(emitter)`, \($0 / 1000),000", place.generate(emitter, $0), goal: "linear") }
                }),
        ]
    }

    /// Those that write something for each host. Pi-hole takes no 10,000.
    private static let emitters = ["adguard", "bind", "dhcpd", "dnsmasq", "env", "hosts", "kea", "route53", "router", "unbound"]

    private static func networks(_ place: Workplace, _ count: Int, peers: [Subject] = []) -> Comparison {
        let file = place.plan(.prefixes, count)
        let size = count == 1_000_000 ? "1,000,000" : "100,000"
        return Comparison(
            title: "\(size) networks: what overlaps or touches, joined", preparation: place.samples([(.prefixes, count)]),
            subjects: [
                Subject("`iprange --optimize`", Program("iprange", "--optimize", file)),
                Subject("`AddressSet`", Program(place.built("prefixes"), file), goal: count == 1_000_000 ? "0.3 ×" : ""),
            ] + peers)
    }
}
