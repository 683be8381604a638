import Testing

/// What the plan reader says of texts that are no values, each at its place.
struct DocumentErrorsTests {
    /// The least around a row: it stands before everything else in the file.
    private static let head = "version: 1\nsite: home\nlans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}\n"
    private static let nodes =
        "nodes: {ds1: {address: 192.168.0.11, role: manager}, ds2: {address: 192.168.0.12, role: manager}, ds3: {address: 192.168.0.13, role: manager}}\n"

    /// Nobody reads the 30,000th: what comes after the 30,001st is counted, and said there.
    @Test func errorsBeyondTheLimitAreCounted() {
        func run(_ count: Int) -> Run { Run(Self.head + Self.nodes + "ingress: [\(String(repeating: "x, ", count: count))]") }
        let (few, many) = (run(30_001), run(30_005))
        #expect(few.errors.count == 30_001 && many.errors.count == 30_001)
        #expect(few.errors.last?.contains("left out") == false)
        #expect(
            many.errors.last?.hasSuffix("there is no VIP or node 'x'; 4 other errors left out here") == true, "\(many.errors.last ?? "")")
    }

    @Test(arguments: [
        MarkedPlan("①# nothing\nsite: home\n", "E missing-key ①"),
        MarkedPlan("①version: 1\n", "E missing-key ①"),
        MarkedPlan("①lans: {}\n", "E missing-key ①", "E missing-key ①"),
        MarkedPlan("version: ①2\nsite: home\n", "E unsupported-version ①"),
        MarkedPlan("version: ①\"1.0\"\nsite: home\n", "E unsupported-version ①"),
        MarkedPlan("version: \"1\"\nsite: home\n"),
        MarkedPlan("version: ①[1]\nsite: home\n", "E wrong-type ①"),
        MarkedPlan("①[version, 1]\n", "E wrong-type ①"),
        MarkedPlan("①just text\n", "E wrong-type ①"),
        MarkedPlan("version: 1\nsite: ①home.arpa\n", "E invalid-name ①"),
        MarkedPlan("version: 1\nsite: ①my_home\n", "E invalid-name ①"),
        MarkedPlan("version: 1\nsite: ①{a: b}\n", "E wrong-type ①"),
        MarkedPlan("version: 1\nsite: home\ndomain: ①-x\nengine: ②x\n", "E invalid-name ①", "E invalid-number ②"),
        MarkedPlan("version: 1\nsite: home\n①colour: blue\n", "E unknown-key ①"),
        MarkedPlan("version: 1\nsite: home\n①<<: {a: b}\n", "E unknown-key ①"),
        MarkedPlan("version: 1\n①site: home\n②site: lab\n", "E duplicate-key ② ①"),
        MarkedPlan("version: 1\nsite: home\nlans:\nnodes: {}\ndevices: ~\n".replacing("~", with: "[]").replacing("[]", with: "{}")),
        MarkedPlan("version: 1\nsite: home\nnodes: ①[a]\nlans: ②x\n", "E wrong-type ①", "E wrong-type ②"),
    ])
    func theRoot(_ plan: MarkedPlan) { plan.check() }

    @Test(arguments: [
        MarkedPlan("lans: {①home: {gateway: 192.168.0.1}}", "E missing-key ①"),
        MarkedPlan("lans: {①home: }", "E missing-key ①"),
        MarkedPlan("lans: {home: ①x}", "E wrong-type ①"),
        MarkedPlan("lans: {home: {subnet: ①192.168.0.5/24}}", "E host-bits-set ①"),
        MarkedPlan("lans: {home: {subnet: ①192.168.0.0/33}}", "E invalid-prefix ①"),
        MarkedPlan("lans: {home: {subnet: ①192.168.0.0}}", "E invalid-prefix ①"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, subnet6: ①fd00:1::1/64}}", "E host-bits-set ①"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, gateway: ①192.168.0.01}}", "E invalid-address ①"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, vlan: ①5000, mtu: ②20}}", "E invalid-number ①", "E invalid-number ②"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, vlan: ①0, mtu: ②1.5k}}", "E invalid-number ①", "E invalid-number ②"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, vlan: 4094, mtu: 9000, interface: eth0.50}}"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, interface: ①eth0;reboot}}", "E invalid-name ①"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, interface: ①sixteen-letters-}}", "E invalid-name ①"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, slices: {size: ①33, from: ②left}}}", "E invalid-number ①", "E invalid-choice ②"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, ①subnets: x}}", "E unknown-key ①"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, dhcp: {server: ①isc}}}", "E invalid-choice ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, dhcp: {ranges: [①192.168.0.9-192.168.0.3, ②192.168.0.0/28, ③x]}}}", "E invalid-range ①",
            "E invalid-range ②", "E invalid-range ③"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, dhcp: {ranges: ①192.168.0.3-192.168.0.9}}}", "E wrong-type ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, dhcp: {lease: {min: ①12, default: ②h, max: ③1w}}}}", "E invalid-duration ①",
            "E invalid-duration ②", "E invalid-duration ③"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, dhcp: {lease: {min: 0s, default: 90m, max: ①99999999999999999999d}}}}",
            "E invalid-duration ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, reserved: [①{note: x}, {range: 192.168.0.4}, {range: ②y}]}}", "E missing-key ①",
            "E invalid-range ②"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, dns: [192.168.0.2, ①nobody, ②192.168.0.256, ③fd00::x]}}", "E unknown-name ①",
            "E invalid-address ②", "E invalid-address ③"),
        MarkedPlan("lans: {①my_lan: {subnet: 192.168.0.0/24}}", "E invalid-name ①"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24}, ①HOME: {subnet: 192.168.1.0/24}}", "E duplicate-name ① 3:8"),
    ])
    func lans(_ plan: MarkedPlan) { plan.check("version: 1\nsite: home\n") }

    @Test(arguments: [
        MarkedPlan("nodes: {①ds1: {role: manager}}", "N manager-count 4:1", "E missing-key ①"),
        MarkedPlan("nodes: {ds1: {address: ①192.168.0.256, role: manager}}", "N manager-count 4:1", "E invalid-address ①"),
        MarkedPlan("nodes: {ds1: {address: ①Auto, role: manager}}", "N manager-count 4:1", "E invalid-address ①"),
        MarkedPlan("nodes: {ds1: {address: 192.168.0.11, role: ①boss}}", "E invalid-choice ①"),
        MarkedPlan(
            "nodes: {ds1: {address: 192.168.0.11, role: manager, mac: ①01:00:5e:00:00:01, address6: ②fd00::g}}", "N manager-count 4:1",
            "E invalid-mac ①", "E invalid-address ②"),
        MarkedPlan("nodes: {ds1: {address: 192.168.0.11, role: manager, lan: ①hom}}", "N manager-count 4:1", "E unknown-name ①"),
        MarkedPlan(
            "nodes: {ds1: {address: 192.168.0.11, role: manager, also: {①x: {address: auto}, ②home: {address: auto}}}}",
            "N manager-count 4:1", "E unknown-name ①", "E unknown-name ②"),
        MarkedPlan(
            "nodes: {ds1: {address: 192.168.0.11, role: manager, hostname: ①a b, labels: {②a b: c, netplan: [③x], ④netplan-swarm.x: y}}}"
                .replacing("[③x]", with: "③[x]"), "N manager-count 4:1", "E invalid-name ①", "E invalid-name ②", "E wrong-type ③",
            "E invalid-name ④"),
        MarkedPlan(
            "nodes: {ds1: {address: 192.168.0.11, role: manager, aliases: [①n_s, ②ignore, ok]}}", "N manager-count 4:1", "E invalid-name ①",
            "E reserved-name ②"),
        MarkedPlan("nodes: {①12h: {address: 192.168.0.11, role: manager}}", "N manager-count 4:1", "E reserved-name ①"),
        MarkedPlan("nodes: {①77: {address: 192.168.0.11, role: manager}}", "N manager-count 4:1", "E reserved-name ①"),
        MarkedPlan("nodes: {①99999999999999999999: {address: 192.168.0.11, role: manager}}", "N manager-count 4:1", "E reserved-name ①"),
        MarkedPlan("nodes: {12h.example.org: {address: 192.168.0.11, role: manager}}", "N manager-count 4:1"),
        MarkedPlan("nodes: {①infinite: {address: 192.168.0.11, role: manager}}", "N manager-count 4:1", "E reserved-name ①"),
        MarkedPlan("nodes: {h12: {address: 192.168.0.11, role: manager}}", "N manager-count 4:1"),
        MarkedPlan(
            nodes + "devices: {tv: {address: 192.168.0.50, ①role: x}, ②nas: {mac: \"00:11:22:33:44:55\"}}", "E unknown-key ①",
            "E missing-key ②"),
        MarkedPlan(nodes + "devices: {①ignore: {address: 192.168.0.50}}", "E reserved-name ①"),
        MarkedPlan(
            nodes + "vips: {a: {address: 192.168.0.9, nodes: {ds1: ①300, ②ds9: 1, ds2: 7, ds3: 8}, router-id: ③0}}", "E invalid-number ①",
            "E unknown-name ②", "E invalid-number ③"),
        MarkedPlan(nodes + "vips: {①a: {nodes: {ds1: 1, ds2: 2}}}", "E missing-key ①"),
        MarkedPlan(nodes + "external: {①vpn: {}, ②a.b: {subnet: 10.8.0.0/16}}", "E missing-key ①", "E invalid-name ②"),
    ])
    func hosts(_ plan: MarkedPlan) { plan.check(Self.head) }

    @Test(arguments: [
        MarkedPlan("macvlans: {①m: {}}", "E missing-key ①"),
        MarkedPlan("macvlans: {m: {nodes: [ds1, ①ds9, ②ds1]}}", "E unknown-name ①", "E duplicate-name ② 5:24"),
        MarkedPlan(
            "macvlans: {m: {nodes: [ds1], size: ①33, scope: ②global, mode: ③foo, shim: ④yes}}", "E invalid-number ①", "E invalid-choice ②",
            "E invalid-choice ③", "E wrong-type ④"),
        MarkedPlan(
            "macvlans: {m: {nodes: [ds1], slices: {①ds2: 192.168.0.252/30, ds1: ②192.168.0.253/30}}}", "E unknown-name ①",
            "E host-bits-set ②"),
        MarkedPlan("macvlans: {①bridge: {nodes: [ds1]}, ②docker_gwbridge: {nodes: [ds2]}}", "E reserved-name ①", "E reserved-name ②"),
        MarkedPlan(
            "overlays: {①ingress: {}, o: {size: ②0, mtu: ③x, attachable: ④True, subnet: ⑤x}}", "E reserved-name ①", "E invalid-number ②",
            "E invalid-number ③", "E wrong-type ④", "E invalid-prefix ⑤"),
        MarkedPlan("overlays: {①Proxy: {}}", "E invalid-name ①"),
        MarkedPlan(
            "pools: {overlay: ①10.0.0.0/8, docker: [①{base: 10.210.0.0/16}], swarm: {base: 10.0.0.0/8, size: ③7}}".replacing(
                "①{", with: "②{"), "E wrong-type ①", "E missing-key ②", "E invalid-number ③"),
        MarkedPlan("ingress: [ds1, ①swarm]", "E unknown-name ①"),
        MarkedPlan(
            "services: {s: {network: ①nowhere, names: [②a_b], published: [③0:1], port: ④0, scheme: ⑤ftp}}", "E unknown-name ①",
            "E invalid-name ②", "E invalid-port ③", "E invalid-port ④", "E invalid-choice ⑤"),
        MarkedPlan(
            "services: {s: {backends: [①192.168.0.50:3000, ②\"http://192.168.0.50:0\"], middlewares: [③a b]}}", "E invalid-url ①",
            "E invalid-url ②", "E invalid-name ③"),
        MarkedPlan(
            "services: {s: {backends: [①\"http://a:1\"], tcp: ②{sni: ③a_b}}}", "E invalid-url ①", "E missing-key ②", "E invalid-name ③"),
        MarkedPlan("services: {①my_app: {port: 80}}", "E invalid-name ①"),
        MarkedPlan("services: {my_app: {names: [my-app.home.arpa]}}"),
        MarkedPlan(
            "dns: {records: [{name: ①a_b, type: A, values: [192.168.0.11]}, {name: b, type: ②MX, values: [x]}, ③{name: c, type: A}, {name: d, type: AAAA, values: [④1.2.3.4], ttl: ⑤-1}]}",
            "E invalid-name ①", "E invalid-choice ②", "E missing-key ③", "E invalid-address ④", "E invalid-number ⑤"),
        MarkedPlan(
            "dhcp: {groups: {①g: {lan: home}, h: {hosts: [②nobody], subnet-mask: ③255.0.255.0, next-server: ④x}}}", "E missing-key ①",
            "E unknown-name ②", "E invalid-address ③", "E invalid-address ④"),
        MarkedPlan(
            "dhcp: {classes: {①c: {lan: home}, d: {mac-prefix: ②01:00, range: ③x, lan: ④far}}}", "E missing-key ①", "E missing-key ①",
            "E invalid-mac ②", "E invalid-range ③", "E unknown-name ④"),
        MarkedPlan(
            "ignore: [①{rule: manager-count}, {rule: ②manager-cuont, reason: x}, {rule: manager-count, reason: y, at: ③a..b}]",
            "E missing-key ①", "E unknown-name ②", "E invalid-name ③"),
    ])
    func networksAndServices(_ plan: MarkedPlan) { plan.check(Self.head + Self.nodes) }

    /// One fault, one finding: what names a thing that was refused is not wrong as well.
    @Test(arguments: [
        MarkedPlan(
            "nodes: {①ds_1: {address: 192.168.0.11, role: manager}, ds2: {address: 192.168.0.12}}\nmacvlans: {m: {nodes: [ds_1]}}\ndhcp: {groups: {g: {lan: home, hosts: [ds_1]}}}",
            "E invalid-name ①"),
        MarkedPlan("nodes: {①ds_1: {address: ②300.1.1.1, role: ③boss}}", "E invalid-name ①", "E invalid-address ②", "E invalid-choice ③"),
        MarkedPlan(
            nodes + "devices: {①t_v: {address: ②192.168.0.300}}\ndhcp: {groups: {g: {lan: home, hosts: [t_v]}}}", "E invalid-name ①",
            "E invalid-address ②"),
        MarkedPlan(nodes + "vips: {①v_1: {address: ②x}}\ningress: [v_1]", "E invalid-name ①", "E invalid-address ②"),
        MarkedPlan(nodes + "overlays: {①Proxy: {size: ②99}}\nservices: {s: {network: Proxy}}", "E invalid-name ①", "E invalid-number ②"),
        MarkedPlan(
            nodes + "macvlans: {①PiHole: {nodes: [②ds9]}}\nservices: {s: {network: PiHole}}", "E invalid-name ①", "E unknown-name ②"),
        MarkedPlan(nodes + "services: {①My_App: {port: ②0}}", "E invalid-name ①", "E invalid-port ②"),
        MarkedPlan(nodes + "services: {dns: {network: ①nowhere, nodes: [ds1], address: auto}}", "E unknown-name ①"),
        MarkedPlan(
            "nodes: {ds1: {address: 192.168.0.11, role: ①boss}, ds2: {address: 192.168.0.12}}\noverlays: {o: {}}", "E invalid-choice ①"),
    ])
    func whatOnlyFollowsIsNotSaid(_ plan: MarkedPlan) { plan.check(Self.head) }

    @Test func aNodeOfALANThatWasRefusedIsNotOutsideOfIt() {
        MarkedPlan(
            "lans: {①ho_me: {subnet: 192.168.0.0/24}}\nnodes: {ds1: {address: 192.168.0.11, lan: ho_me, role: manager}}",
            "E invalid-name ①", "N manager-count 4:1"
        )
        .check("version: 1\nsite: home\n")
    }
}
