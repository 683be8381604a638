import Testing

/// Every rule with a plan that breaks it and one that just does not. Where a mark stands, there the finding points.
struct RuleTests {
    private static let head = "version: 1\nsite: home\n"
    private static let lan = "lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {ranges: [192.168.0.100-192.168.0.199]}}}\n"
    private static let two =
        "lans: {a: {subnet: 10.1.0.0/24, gateway: 10.1.0.1, interface: eth0}, b: {subnet: 10.2.0.0/24, gateway: 10.2.0.1}}\npools: {swarm: {base: 10.202.0.0/16, size: 24}}\n"
    private static let nodes = """
        nodes:
          ds1: {address: 192.168.0.11, mac: "de:ad:ab:00:00:01", role: manager}
          ds2: {address: 192.168.0.12, role: manager}
          ds3: {address: 192.168.0.13, role: manager}

        """
    private static let site = lan + nodes

    @Test(arguments: [
        // A LAN's own, by its only LAN or by name.
        MarkedPlan("lans: {home: {subnet: ①192.168.0.0/24, gateway: ②192.168.1.1}}\n" + nodes, "E address-outside-lan ② ①"),
        MarkedPlan(
            "lans: {home: {subnet: ①192.168.0.0/24}}\nnodes: {a: {address: ②10.0.0.1, role: manager}}", "N manager-count 4:1",
            "E address-outside-lan ② ①"),
        MarkedPlan(two + "nodes: {x: {address: ①10.3.0.1, role: manager}}", "N manager-count 5:1", "E address-outside-lan ①"),
        MarkedPlan(
            "lans: {home: {subnet: ①192.168.0.0/24, dhcp: {ranges: [192.168.0.240-192.168.0.249, ②192.168.0.250-192.168.1.9]}}}\n" + nodes,
            "E address-outside-lan ② ①"),
        MarkedPlan("lans: {home: {subnet: ①192.168.0.0/24, reserved: [{range: ②10.0.0.1}]}}\n" + nodes, "E address-outside-lan ② ①"),
        MarkedPlan(
            "lans: {home: {subnet: ①192.168.0.0/24}}\n" + nodes
                + "vips: {v: {address: ②192.168.1.1, nodes: {ds1: 1, ds2: 2}}}\ndevices: {tv: {address: ③192.168.2.1}}",
            "E address-outside-lan ② ①", "E address-outside-lan ③ ①"),
        MarkedPlan(
            "lans: {home: {subnet: ①192.168.0.0/24}}\n" + nodes
                + "dhcp: {classes: {c: {mac-prefix: \"52:54:00\", range: ②192.168.1.1-192.168.1.2}}}", "E address-outside-lan ② ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, subnet6: ①fd00:1::/64}}\nnodes: {x: {address: 192.168.0.2, address6: ②fd00:2::1, role: manager}}",
            "N manager-count 4:1", "E address-outside-lan ② ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24}}\nnodes: {x: {address: 192.168.0.2, address6: ①fd00:2::1, role: manager}}",
            "N manager-count 4:1", "E address-outside-lan ①"),
        MarkedPlan(
            two + "nodes: {x: {address: 10.1.0.2, role: manager, also: {b: {address: ②10.1.0.3}}}}".replacing("②", with: "①"),
            "N manager-count 5:1", "E address-outside-lan ① 3:82"),
        // The LAN's ends.
        MarkedPlan(
            "lans: {home: {subnet: ①192.168.0.0/24, gateway: ②192.168.0.0}}\n" + nodes + "devices: {tv: {address: ③192.168.0.255}}",
            "E address-unusable ② ①", "E address-unusable ③ ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.10/31, gateway: 192.168.0.10}}\nnodes: {x: {address: 192.168.0.11, role: manager}}",
            "N manager-count 4:1"),
        // Twice the same.
        MarkedPlan(
            site
                + "devices: {a: {address: ①192.168.0.20}, b: {address: ②192.168.0.20}, c: {address: ③192.168.0.20}, d: {address: 192.168.0.21}}",
            "E duplicate-address ② ①", "E duplicate-address ③ ①"),
        MarkedPlan(
            "devices: {a: {address: ①192.168.0.11}}\n" + lan + nodes.replacing("192.168.0.11", with: "②192.168.0.11"),
            "E duplicate-address ② ①"),
        MarkedPlan(site + "devices: {router: {address: 192.168.0.1}}"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, gateway: ①192.168.0.1}}\n" + nodes
                + "devices: {router: {address: 192.168.0.1}, other: {address: ②192.168.0.1}}", "E duplicate-address ② ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, gateway: ①192.168.0.11}}\n" + nodes.replacing("192.168.0.11", with: "②192.168.0.11"),
            "E duplicate-address ② ①"),
        MarkedPlan(
            two
                + "nodes: {x: {address: ①10.1.0.2, role: manager, also: {b: {address: 10.2.0.2}}}}\ndevices: {y: {address: ②10.1.0.2}, z: {address: 10.2.0.3}}",
            "N manager-count 5:1", "E duplicate-address ② ①"),
        MarkedPlan(
            site
                + "devices: {a: {address: 192.168.0.20, mac: ①DE:AD:BE:00:00:01}, b: {address: 192.168.0.21, mac: ②\"de:ad:be:00:00:01\"}, c: {address: 192.168.0.22, mac: de:ad:be:00:00:02}}",
            "E duplicate-mac ② ①"),
        MarkedPlan(
            lan
                + "nodes: {①x: {address: 192.168.0.2, role: manager}}\ndevices: {②X: {address: 192.168.0.20}, y: {address: 192.168.0.21, aliases: [③x]}, x-1: {address: 192.168.0.22}}",
            "N manager-count 4:1", "E duplicate-name ② ①", "E duplicate-name ③ ①"),
        MarkedPlan(
            lan
                + "nodes: {①x: {address: 192.168.0.2, role: manager}}\nservices: {②x: {port: 1}, y: {names: [a.example.org, ③x.home.arpa, a.example.org]}}",
            "N manager-count 4:1", "E duplicate-name ② ①", "E duplicate-name ③ ①"),
        MarkedPlan(
            lan
                + "nodes: {x: {address: 192.168.0.2, role: manager}, x.example.org: {address: 192.168.0.3, role: manager}, z: {address: 192.168.0.4, role: manager}}"
        ),
        MarkedPlan(
            site + "overlays: {①m: {}, ②m2-config: {}}\nmacvlans: {③m: {nodes: [ds1]}, ④m2: {nodes: [ds2]}}", "E duplicate-name ③ ①",
            "E duplicate-name ④ ②"),
        MarkedPlan(site + "overlays: {m2-config: {}}\nmacvlans: {m2: {nodes: [ds2], scope: local}}"),
    ])
    func addresses(_ plan: MarkedPlan) { plan.check(Self.head) }

    @Test(arguments: [
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, dhcp: {ranges: [①192.168.0.11-192.168.0.20]}}}\n"
                + nodes.replacing("192.168.0.12", with: "②192.168.0.12").replacing("192.168.0.13", with: "③192.168.0.13"),
            "W address-in-dhcp-range ② ①", "W address-in-dhcp-range ③ ①"),
        MarkedPlan(
            site
                + "dhcp: {classes: {c: {mac-prefix: \"52:54:00\", range: ①192.168.0.50-192.168.0.60}}}\ndevices: {a: {address: ②192.168.0.60}, b: {address: 192.168.0.61}, c: {address: 192.168.0.55, mac: 00:00:00:00:00:05}}"
                .replacing("00:00:00:00:00:05", with: "\"00:00:00:00:00:05\""), "W address-in-dhcp-range ② ①"),
        // A device with the gateway's address is the gateway: it is said once, and with a MAC it is a reservation.
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, gateway: ②192.168.0.1, dhcp: {ranges: [①192.168.0.1-192.168.0.9]}}}\n" + nodes
                + "devices: {router: {address: 192.168.0.1}}", "W address-in-dhcp-range ② ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {ranges: [192.168.0.1-192.168.0.9]}}}\n" + nodes
                + "devices: {router: {address: 192.168.0.1, mac: \"02:00:00:00:00:05\"}}"),
        MarkedPlan(
            "lans: {home: {subnet: ①192.168.0.0/24, gateway: ②192.168.1.1}}\n" + nodes + "devices: {router: {address: 192.168.1.1}}",
            "E address-outside-lan ② ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, dhcp: {ranges: [①192.168.0.100-192.168.0.110]}, reserved: [{range: ②192.168.0.110-192.168.0.120}, {range: 192.168.0.111}]}}\n"
                + nodes, "E address-reserved ② ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, reserved: [{range: ①192.168.0.240-192.168.0.247}]}}\n" + nodes
                + "macvlans: {m: {nodes: [ds1, ds2], slices: {ds1: ②192.168.0.244/30, ds2: 192.168.0.248/30}}}\ndhcp: {classes: {c: {mac-prefix: \"52:54:00\", range: ③192.168.0.230-192.168.0.240}}}",
            "E address-reserved ② ①", "E address-reserved ③ ①"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, reserved: [{range: 192.168.0.11-192.168.0.13}]}}\n" + nodes),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, dhcp: {ranges: [①192.168.0.100-192.168.0.110, ②192.168.0.110-192.168.0.120, 192.168.0.121]}}}\n"
                + nodes + "dhcp: {classes: {c: {mac-prefix: \"52:54:00\", range: ③192.168.0.99-192.168.0.100}}}", "E range-overlap ② ①",
            "E range-overlap ③ ①"),
        MarkedPlan(
            "lans: {x: {subnet: ①169.254.0.0/16}}\nnodes: {a: {address: 169.254.0.1, role: manager}}", "E special-address-space ①",
            "N manager-count 4:1"),
        MarkedPlan(
            "lans: {x: {subnet: 10.1.0.0/24, subnet6: ①fe80::/64}}\nnodes: {a: {address: 10.1.0.1, role: manager}}\npools: {swarm: {base: 10.202.0.0/16, size: 24}}",
            "E special-address-space ①", "N manager-count 4:1"),
        MarkedPlan(
            site
                + "overlays: {a: {subnet: ①240.0.0.0/24}, b: {subnet: ②127.0.0.0/24}, c: {subnet: ③0.0.0.0/24}, d: {subnet: ④224.0.1.0/24}}",
            "E special-address-space ①", "E special-address-space ②", "E special-address-space ③", "E special-address-space ④"),
        MarkedPlan(
            site
                + "dns: {records: [{name: a, type: A, values: [127.0.0.1, ①224.0.0.1]}, {name: b, type: AAAA, values: [\"::1\", ②ff02::1, fd00::1]}]}",
            "E special-address-space ①", "E special-address-space ②"),
        MarkedPlan("lans: {home: {subnet: 192.168.0.0/24, dns: [①127.0.0.1, 192.168.0.11]}}\n" + nodes, "E special-address-space ①"),
    ])
    func rangesAndSpaces(_ plan: MarkedPlan) { plan.check(Self.head) }

    @Test(arguments: [
        MarkedPlan(
            site
                + "external: {a: {subnet: ①10.8.0.0/16}, b: {subnet: ②10.8.4.0/24}, c: {subnet: ③10.8.4.0/25}, d: {subnet: 10.9.0.0/24}}\npools: {swarm: {base: 10.202.0.0/16, size: 24}}",
            "E subnet-overlap ② ①", "E subnet-overlap ③ ①"),
        MarkedPlan(site + "overlays: {a: {subnet: ①10.0.0.0/25}, b: {subnet: 10.0.1.0/24}}", "E subnet-overlap ① -"),
        MarkedPlan(site + "overlays: {a: {subnet: ①10.0.0.0/25}}\npools: {ingress: ②10.0.0.0/24}", "E subnet-overlap ② ①"),
        MarkedPlan(
            site
                + "pools: {docker: [{base: ①10.210.0.0/16, size: 24}], docker0: 10.210.0.0/24}\noverlays: {a: {subnet: ②10.210.7.0/24}, b: {subnet: 172.17.0.0/24}}",
            "E subnet-overlap ② ①"),
        MarkedPlan(
            site
                + "overlays: {a: {subnet: ①10.64.0.0/23}, b: {size: ②31}, c: {subnet: ③10.64.4.0/32}, d: {subnet: 10.64.8.0/30}, e: {size: ④20}}\npools: {overlay: [10.200.0.0/15]}",
            "W overlay-too-large ①", "E overlay-too-small ②", "E overlay-too-small ③", "W overlay-too-large ④"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, mtu: 1400}}\n" + nodes
                + "overlays: {a: {mtu: ①1351}, b: {mtu: 1350}, c: {mtu: ②1325, encrypted: true}, d: {mtu: 1324, encrypted: true}}",
            "W mtu-mismatch ① 3:8", "W mtu-mismatch ② 3:8"),
    ])
    func subnets(_ plan: MarkedPlan) { plan.check(Self.head) }

    @Test(arguments: [
        MarkedPlan(
            "lans: {home: {subnet: ①192.168.0.0/24, gateway: 192.168.0.1}}\n" + nodes
                + "macvlans: {m: {nodes: [ds1, ds2], slices: {ds1: ②192.168.1.0/30, ds2: 192.168.0.252/30}}}", "E slice-outside-lan ② ①"),
        MarkedPlan(
            site
                + "macvlans: {m: {nodes: [ds1, ds2, ds3], slices: {ds1: ①192.168.0.240/28, ds2: ②192.168.0.252/30, ds3: 192.168.0.236/30}}}",
            "E slice-overlap ② ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, gateway: ①192.168.0.1}}\n" + nodes.replacing("192.168.0.12", with: "②192.168.0.12")
                + "macvlans: {m: {nodes: [ds1, ds2, ds3], slices: {ds1: ③192.168.0.0/30, ds2: ④192.168.0.12/32, ds3: 192.168.0.14/31}}}\ndevices: {tv: {address: ⑤192.168.0.2}}",
            "E slice-holds-address ③ ①", "E slice-holds-address ④ ②", "E slice-holds-address ⑤ ③"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, gateway: ①192.168.0.1}}\n" + nodes
                + "devices: {router: {address: 192.168.0.1}}\nmacvlans: {m: {nodes: [ds1], slices: {ds1: ②192.168.0.0/30}}}",
            "E slice-holds-address ② ①"),
        MarkedPlan(
            site
                + "macvlans: {m: {nodes: [ds2], slices: {ds2: ①192.168.0.20/30}}}\ndhcp: {groups: {g: {hosts: [ds1], routers: [②192.168.0.21, 192.168.0.24]}}}",
            "E slice-holds-address ② ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {ranges: [①192.168.0.100-192.168.0.200]}}}\n" + nodes
                + "macvlans: {m: {nodes: [ds1, ds2], slices: {ds1: ②192.168.0.200/30, ds2: 192.168.0.204/30}}}", "W slice-in-dhcp-range ② ①"
        ),
        MarkedPlan(
            site + "macvlans: {m: {nodes: [ds1, ds2], slices: {ds1: ①192.168.0.255/32, ds2: 192.168.0.254/32}}}", "E slice-too-small ①"),
        MarkedPlan(
            site
                + "macvlans: {m: {nodes: [ds1, ①ds2], size: 31, scope: local}}\nservices: {a: {network: m, nodes: [ds1, ds2], address: auto}, b: {network: m, nodes: [ds2], address: auto}, c: {network: m, nodes: [ds2], address: auto}}",
            "E slice-too-small ① 9:56 9:102 9:148"),
        MarkedPlan(
            site
                + "macvlans: {m: {nodes: [ds1, ds2]}}\nservices: {a: {network: m, nodes: [ds1, ds2], address: ①auto}, b: {network: m, nodes: [ds2], address: ②auto}, c: {network: m, nodes: [ds1]}}",
            "E service-address-unpinned ② ①"),
        MarkedPlan(
            site
                + "macvlans: {①m: {nodes: [ds1]}}\nservices: {a: {network: m, nodes: [ds1, ②ds2], address: auto}, b: {network: m, address: ③auto}, c: {network: m, nodes: [ds2]}}\noverlays: {o: {}}",
            "E service-unplaced ② ①", "E service-unplaced ③"),
        MarkedPlan(site + "overlays: {o: {}}\nservices: {a: {network: o, nodes: [ds1], address: ①auto}}", "E service-unplaced ①"),
        MarkedPlan(
            site
                + "macvlans: {m: {nodes: [ds1, ds2], scope: local, slices: {ds1: 192.168.0.252/30, ds2: 192.168.0.248/30}}}\nservices: {a: {network: m, nodes: [ds1, ds2], address: {ds1: ①192.168.0.255, ds2: 192.168.0.248}}, b: {network: m, nodes: [ds1], address: {②ds2: auto}}}",
            "E service-outside-slice ① 8:63", "E service-unplaced ②"),
        MarkedPlan(
            site
                + "macvlans: {m: {nodes: [ds1], mode: ①subnet}, n: {nodes: [ds2], mode: ②subnet, scope: local}, o: {nodes: [ds3], mode: range}}",
            "E macvlan-subnet-mode ①", "W macvlan-subnet-mode ②"),
        MarkedPlan(site + "macvlans: {m: {nodes: [①ds1, ds2]}, n: {nodes: [ds3, ②ds1]}}", "E macvlan-parent-shared ② ①"),
        MarkedPlan("engine: \"27.0\"\n" + site + "macvlans: {m: {nodes: [①ds1]}, n: {nodes: [②ds1]}}", "E macvlan-parent-shared ② ①"),
        MarkedPlan(
            two
                + "nodes: {x: {address: 10.1.0.2, role: manager, also: {b: {address: auto}}}}\nmacvlans: {m: {nodes: [①x], lan: a}, n: {nodes: [②x], lan: b}}",
            "N manager-count 5:1", "E macvlan-parent-shared ② ①"),
        MarkedPlan(
            "engine: \"27.0\"\n" + two
                + "nodes: {x: {address: 10.1.0.2, role: manager, also: {b: {address: auto}}}}\nmacvlans: {m: {nodes: [x], lan: a}, n: {nodes: [x], lan: b}}",
            "N manager-count 6:1"),
        MarkedPlan(
            two
                + "nodes: {x: {address: 10.1.0.2, role: manager, also: {b: {address: auto, interface: eth1}}}}\nmacvlans: {m: {nodes: [x], lan: a}, n: {nodes: [x], lan: b}}",
            "N manager-count 5:1"),
        MarkedPlan("lans: {①home: {subnet: 192.168.0.0/24}}\n" + nodes + "macvlans: {②m: {nodes: [ds1]}}", "E macvlan-gateway-missing ② ①"),
        MarkedPlan("engine: ①28.0.0\n" + site + "macvlans: {②m: {nodes: [ds1]}}", "E engine-broken ① ②"),
        MarkedPlan("engine: 28.0.1\n" + site + "macvlans: {m: {nodes: [ds1]}}"),
        MarkedPlan("engine: 28.0.0\n" + site + "macvlans: {m: {nodes: [ds1], scope: local}}"),
    ])
    func slices(_ plan: MarkedPlan) { plan.check(Self.head) }

    @Test(arguments: [
        MarkedPlan(lan + "①nodes: {a: {address: 192.168.0.2}, b: {address: 192.168.0.3}}\noverlays: {o: {}}", "E no-manager ①"),
        MarkedPlan(lan + "①nodes: {a: {address: 192.168.0.2}}\nmacvlans: {m: {nodes: [a]}}", "E no-manager ①"),
        MarkedPlan(lan + "①nodes: {a: {address: 192.168.0.2, role: manager}, b: {address: 192.168.0.3}}", "W manager-count ①"),
        MarkedPlan(lan + "①nodes: {a: {address: 192.168.0.2}, b: {address: 192.168.0.3}}", "W manager-count ①"),
        MarkedPlan(
            lan
                + "①nodes: {a: {address: 192.168.0.2, role: manager}, b: {address: 192.168.0.3, role: manager}, c: {address: 192.168.0.4, role: manager}, d: {address: 192.168.0.5, role: manager}}",
            "W manager-count ①"),
        MarkedPlan(
            site
                + "vips: {a: {address: 192.168.0.8, nodes: {ds1: 1, ds2: 2}, router-id: ①51}, b: {address: 192.168.0.9, nodes: {ds1: 1, ds2: 2}, router-id: ②51}, c: {address: 192.168.0.10, nodes: {ds1: 1, ds2: 2}, router-id: 52}}",
            "E router-id-conflict ② ①"),
        MarkedPlan(
            site
                + "vips: {①a: {address: 192.168.0.8, nodes: {ds1: 1}}, ②b: {address: 192.168.0.9}, c: {address: 192.168.0.10, nodes: {ds1: ③7, ds2: 8, ds3: ④7}}}",
            "W vip-no-backup ①", "W vip-no-backup ②", "W vip-no-backup ④ ③"),
        MarkedPlan("domain: ①home.local\n" + site + "services: {a: {port: 1}}", "W mdns-domain ①"),
        MarkedPlan(
            site
                + "services: {a: {names: [①a.local, local.example.org]}}\ndns: {records: [{name: ②b.local, type: A, values: [192.168.0.4]}]}\ndevices: {③tv.local: {address: 192.168.0.20, aliases: [④tv2.local]}}",
            "W mdns-domain ①", "W mdns-domain ②", "W mdns-domain ③", "W mdns-domain ④"),
        MarkedPlan(
            lan + nodes.replacing("192.168.0.11", with: "①192.168.0.11")
                + "dhcp: {groups: {g: {hosts: [ds1], routers: [②10.0.0.1, 192.168.0.1]}}}", "E group-gateway-unreachable ② ①"),
        MarkedPlan(
            lan + nodes.replacing("192.168.0.11", with: "①auto") + "dhcp: {groups: {g: {hosts: [ds1], routers: [②10.0.0.1]}}}",
            "E group-gateway-unreachable ② ①"),
        MarkedPlan(
            lan + nodes.replacing("192.168.0.11", with: "①192.168.0.11")
                + "dhcp: {groups: {g: {hosts: [ds1], subnet-mask: ②255.255.255.248}}}", "E group-gateway-unreachable ② ①"),
        MarkedPlan(site + "dhcp: {groups: {g: {hosts: [ds1], subnet-mask: 255.255.255.240}}}"),
        MarkedPlan(
            lan + nodes.replacing("\"de:ad:ab", with: "①\"de:ad:ab")
                + "dhcp: {classes: {c: {mac-prefix: ②\"de:ad:d0\", range: 192.168.0.50-192.168.0.60}, d: {mac-prefix: \"de:ad:ab\", range: 192.168.0.61-192.168.0.62}, e: {mac-prefix: \"de:ae:ab\", range: 192.168.0.63-192.168.0.64}}}",
            "W class-matches-none ② ①"),
        MarkedPlan(
            lan + nodes.replacing("  ds2", with: "  ①ds2") + "dhcp: {groups: {g: {hosts: [ds1, ②ds2]}, h: {hosts: [③all-nodes]}}}",
            "E host-without-mac ② ①", "W host-without-mac ③"),
        MarkedPlan(
            site + "dhcp: {groups: {g: {hosts: [①ds1]}, h: {hosts: [②ds1]}, i: {hosts: [③DS1]}}}", "E host-in-two-groups ② ①",
            "E host-in-two-groups ③ ①"),
    ])
    func theSwarmAndDHCP(_ plan: MarkedPlan) { plan.check(Self.head) }

    @Test(arguments: [
        MarkedPlan("ignore: [{rule: manager-count, reason: a lab}]\n" + lan + "nodes: {a: {address: 192.168.0.2, role: manager}}"),
        MarkedPlan(
            "ignore: [{rule: manager-count, at: nodes, reason: a lab}]\n" + lan + "nodes: {a: {address: 192.168.0.2, role: manager}}"),
        MarkedPlan(
            "ignore: [{rule: ①manager-count, at: lans, reason: a lab}]\n" + lan + "②nodes: {a: {address: 192.168.0.2, role: manager}}",
            "W ignore-unused ①", "N manager-count ②"),
        MarkedPlan("ignore: [{rule: ①mtu-mismatch, reason: x}]\n" + site, "W ignore-unused ①"),
        // Silent for another fault's sake: that fault alone is said.
        MarkedPlan(
            "ignore: [{rule: manager-count, reason: x}]\n" + lan + "nodes: {a: {address: 192.168.0.2, role: ①boss}}", "E invalid-choice ①"),
        MarkedPlan(
            "ignore: [{rule: manager-count, reason: x}]\n" + lan
                + "①nodes: {a: {address: 192.168.0.2}, b: {address: 192.168.0.3}}\noverlays: {o: {}}", "E no-manager ①"),
        MarkedPlan("ignore: [{rule: ①duplicate-address, reason: x}]\n" + site, "E ignore-error ①"),
        MarkedPlan(
            "ignore: [{rule: ①macvlan-subnet-mode, reason: x}]\n" + site + "macvlans: {m: {nodes: [ds1], mode: ②subnet}}",
            "E ignore-error ①", "E macvlan-subnet-mode ②"),
        MarkedPlan(
            "ignore: [{rule: macvlan-subnet-mode, at: macvlans.m, reason: x}]\n" + site
                + "macvlans: {m: {nodes: [ds1], mode: subnet, scope: local}}"),
        // A rule that is an error here and a warning there: the warning can be lived with.
        MarkedPlan("ignore: [{rule: host-without-mac, reason: x}]\n" + site + "dhcp: {groups: {g: {hosts: [all-nodes]}}}"),
        MarkedPlan(
            "ignore: [{rule: ①host-without-mac, reason: x}]\n" + lan + nodes.replacing("  ds2", with: "  ③ds2")
                + "dhcp: {groups: {g: {hosts: [②ds2]}}}", "E ignore-error ①", "E host-without-mac ② ③"),
    ])
    func waivers(_ plan: MarkedPlan) { plan.check(Self.head) }

    @Test func theContractsPlansAreWhatWasAgreed() {
        #expect(Run(Plans.smallest).findings.isEmpty)
        #expect(Run(Plans.full).findings.isEmpty)
        #expect(Run(Plans.faults).findings.count == 14)
    }
}
