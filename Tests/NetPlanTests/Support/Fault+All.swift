import NetPlan

extension Fault {
    /// A fault for each rule that can be planted into any plan, numbered from 20.
    static let all: [Fault] = [document, values, addresses, subnets, slices, swarm, dhcp].flatMap(\.self).enumerated().map { index, fault in
        var fault = fault
        fault.number = 20 + index
        return fault
    }

    private static let document: [Fault] = [
        Fault(.syntax, "devices: x§: {address: ①]}", alone: true),
        Fault(.unsupportedVersion, changes: [("version: 1", "version: ①2")], alone: true),
        Fault(.unknownKey, "devices: x§: {address: 192.168.0.§, ①adress: 192.168.0.§}"),
        Fault(.missingKey, "external: ①x§: {}"),
        Fault(.duplicateKey, "devices: x§: {address: 192.168.0.§, ①address: 192.168.0.1§}"),
        Fault(.wrongType, "devices: x§: {address: ①[192.168.0.§]}"),
        Fault(.unknownName, "services: x§: {network: ①nowhere§}"),
        Fault(.ignoreUnused, "ignore: - {rule: ①vip-no-backup, at: vips.x§, reason: a test}", alone: true),
        Fault(.ignoreError, "ignore: - {rule: ①duplicate-address, reason: a test}"),
    ]

    private static let values: [Fault] = [
        Fault(.invalidAddress, "devices: x§: {address: ①192.168.0.256}"),
        Fault(.invalidPrefix, "external: x§: {subnet: ①100.100.§.0}"),
        Fault(.invalidRange, "lans: x§: {subnet: 192.168.§.0/24, dhcp: {ranges: [①192.168.§.9-192.168.§.1]}}"),
        Fault(.invalidMAC, "devices: x§: {address: 192.168.0.§, mac: ①\"01:00:5e:00:00:§\"}"),
        Fault(.invalidPort, "services: x§: {network: proxy_traefik, port: ①0}"),
        Fault(.invalidName, "devices: ①x_§: {address: 192.168.0.§}"),
        Fault(.invalidDuration, "lans: x§: {subnet: 192.168.§.0/24, dhcp: {lease: {default: ①12}}}"),
        Fault(.invalidURL, "services: x§: {backends: [①\"ftp://192.168.0.50\"]}"),
        Fault(.invalidNumber, "lans: x§: {subnet: 192.168.§.0/24, vlan: ①5000}"),
        Fault(.invalidChoice, "nodes: x§: {address: 192.168.0.§, mac: \"02:00:00:00:00:§\", role: ①boss}"),
        Fault(.hostBitsSet, "external: x§: {subnet: ①100.100.§.1/24}"),
        Fault(.unsafeText, "lans: x§: {subnet: 192.168.§.0/24, reserved: [{range: 192.168.§.9, note: ①\"a {{ b\"}]}"),
        Fault(.reservedName, "devices: ①§h: {address: 192.168.0.§}"),
        Fault(.reservedName, "overlays: ①docker_gwbridge: {}"),
    ]

    private static let addresses: [Fault] = [
        Fault(.addressOutsideLAN, "devices: x§: {address: ①100.100.§.1, lan: home}"),
        Fault(.addressOutsideLAN, "lans: x§: {subnet: 192.168.§.0/24, gateway: ①100.100.§.1}"),
        Fault(.addressUnusable, "devices: x§: {address: ①192.168.0.0}"),
        Fault(.duplicateAddress, "devices: x§: {address: 192.168.0.§}\ndevices: y§: {address: ①192.168.0.§}"),
        Fault(.duplicateAddress, "nodes: x§: {address: ①192.168.0.11, mac: \"02:00:00:00:00:§\"}"),
        Fault(
            .duplicateMAC,
            "lans: x§: {subnet: 192.168.§.0/24}\ndevices: x§: {address: 192.168.§.2, mac: \"02:00:00:00:00:§\"}\ndevices: y§: {address: 192.168.§.3, mac: ①\"02:00:00:00:00:§\"}"
        ),
        Fault(.duplicateName, "devices: ①ds2: {address: 192.168.0.§}"),
        Fault(
            .duplicateName,
            shed + "overlays: ①x§: {}\nmacvlans: x§: {nodes: [m§]}"),
        Fault(.addressInDHCPRange, "devices: x§: {address: ①192.168.0.1§}"),
        Fault(
            .addressReserved,
            "lans: x§: {subnet: 192.168.§.0/24, dhcp: {ranges: [192.168.§.10-192.168.§.19]}, reserved: [{range: ①192.168.§.19}]}"),
        Fault(.rangeOverlap, "lans: x§: {subnet: 192.168.§.0/24, dhcp: {ranges: [192.168.§.10-192.168.§.19, ①192.168.§.19-192.168.§.20]}}"),
        Fault(.specialAddressSpace, "overlays: x§: {subnet: ①240.0.§.0/24}"),
        Fault(.specialAddressSpace, "lans: x§: {subnet: ①169.254.§.0/24}"),
        Fault(.publicAddressSpace, "overlays: x§: {subnet: ①9.9.§.0/24}"),
        Fault(
            .dnsServerUnknown,
            """
            lans: x§: {subnet: 192.168.§.0/24, gateway: 192.168.§.1, dns: [①192.168.§.65]}
            nodes: x§: {address: 192.168.§.9, mac: "02:00:00:00:00:§"}
            macvlans: x§: {nodes: [x§], slices: {x§: 192.168.§.64/28}}
            """),
        Fault(.mdnsDomain, "services: x§: {network: proxy_traefik, names: [①x§.local]}"),
    ]

    /// Only where the plan starts like the smallest one: its pools are the defaults.
    private static let smallest = [("site: home\nlans:", "site: home\nlans:")]

    private static let subnets: [Fault] = [
        Fault(.subnetOverlap, "external: x§: {subnet: 100.100.§.0/24}\nexternal: y§: {subnet: ①100.100.§.128/25}"),
        Fault(.subnetOverlap, "lans: x§: {subnet: 192.168.§.0/24}\nlans: y§: {subnet: ①192.168.§.128/25}"),
        Fault(.dockerPoolOverlap, "overlays: x§: {subnet: ①172.25.0.0/24}", changes: smallest, alone: true),
        Fault(.swarmPoolOverlap, "external: x§: {subnet: ①10.202.§.0/24}"),
        Fault(.overlayTooLarge, "overlays: x§: {subnet: ①100.112.0.0/20}"),
        Fault(.overlayTooSmall, "overlays: x§: {subnet: ①100.100.§.0/31}"),
        Fault(
            .poolExhausted,
            "lans: x§: {subnet: 192.168.§.0/30, gateway: 192.168.§.1}\ndevices: x§: {address: 192.168.§.2}\ndevices: y§: {address: ①auto, lan: x§}"
        ),
        Fault(.mtuMismatch, "overlays: x§: {mtu: ①1451}"),
    ]

    /// A LAN of its own with two nodes.
    private static let shed = """
        lans: x§: {subnet: 192.168.§.0/24, gateway: 192.168.§.1, dhcp: {ranges: [192.168.§.100-192.168.§.131]}}
        nodes: m§: {address: 192.168.§.9, mac: "02:00:00:00:00:§"}
        nodes: n§: {address: 192.168.§.10, mac: "02:00:00:00:01:§"}

        """

    private static let slices: [Fault] = [
        Fault(.sliceOutsideLAN, shed + "macvlans: x§: {nodes: [m§], slices: {m§: ①100.100.§.0/30}}"),
        Fault(.sliceOverlap, shed + "macvlans: x§: {nodes: [m§, n§], slices: {m§: 192.168.§.64/29, n§: ①192.168.§.68/30}}"),
        Fault(.sliceHoldsAddress, shed + "macvlans: x§: {nodes: [m§], slices: {m§: ①192.168.§.8/31}}"),
        Fault(.sliceInDHCPRange, shed + "macvlans: x§: {nodes: [m§], slices: {m§: ①192.168.§.128/30}}"),
        Fault(.sliceTooSmall, shed + "macvlans: x§: {nodes: [m§], slices: {m§: ①192.168.§.255/32}}"),
        Fault(
            .serviceAddressUnpinned,
            shed
                + "macvlans: x§: {nodes: [m§]}\nservices: x§: {network: x§, nodes: [m§], address: auto}\nservices: y§: {network: x§, nodes: [m§], address: ①auto}"
        ),
        Fault(.serviceUnplaced, shed + "macvlans: x§: {nodes: [m§]}\nservices: x§: {network: x§, nodes: [①n§], address: auto}"),
        Fault(
            .serviceOutsideSlice,
            shed
                + "macvlans: x§: {nodes: [m§], slices: {m§: 192.168.§.64/30}}\nservices: x§: {network: x§, nodes: [m§], address: {m§: ①192.168.§.68}}"
        ),
        Fault(.macvlanSubnetMode, shed + "macvlans: x§: {nodes: [m§], scope: local, mode: ①subnet}"),
        Fault(.macvlanSubnetMode, as: .error, shed + "macvlans: x§: {nodes: [m§], mode: ①subnet}"),
        Fault(.macvlanParentShared, shed + "macvlans: x§: {nodes: [m§, n§]}\nmacvlans: y§: {nodes: [①n§]}"),
        Fault(
            .macvlanGatewayMissing,
            "lans: x§: {subnet: 192.168.§.0/24}\nnodes: x§: {address: 192.168.§.9, mac: \"02:00:00:00:00:§\"}\nmacvlans: ①x§: {nodes: [x§]}"
        ),
        Fault(
            .macvlanHostIsolated,
            """
            lans: x§: {subnet: 192.168.§.0/24, gateway: 192.168.§.1, dns: [x§.lan]}
            nodes: n§: {address: 192.168.§.9, mac: "02:00:00:00:00:§"}
            macvlans: ①x§: {nodes: [n§]}
            services: x§.lan: {network: x§, nodes: [n§], address: auto}
            """.replacing("x§.lan", with: "z§")),
        Fault(.engineBroken, changes: [("engine: \"20.10\"", "engine: ①\"28.0.0\"")], alone: true),
        Fault(.engineBroken, changes: [("site: home\nlans:", "site: home\nengine: ①28.0.0\nlans:")], alone: true),
    ]

    private static let swarm: [Fault] = [
        Fault(
            .noManager,
            changes: [("\nnodes:", "\n①nodes:")] + Array(repeating: ("role: manager", "role: worker"), count: 4), alone: true),
        Fault(
            .noManager,
            changes: smallest + [("\nnodes:", "\n①nodes:")]
                + Array(repeating: ("role: manager", "role: worker"), count: 3), alone: true),
        Fault(
            .managerCount, "nodes: x§: {address: 192.168.0.§, mac: \"02:00:00:00:00:§\", role: manager}",
            changes: [("\nnodes:", "\n①nodes:"), ("overlays:\n  proxy_traefik: {}", "overlays:\n  proxy_traefik: {}")], alone: true),
        Fault(
            .ignoreUnused, "nodes: x§: {address: 192.168.0.§, mac: \"02:00:00:00:00:§\", role: manager}",
            changes: [("rule: manager-count", "rule: ①manager-count")], alone: true),
        Fault(
            .nodesApart,
            """
            lans: x§: {subnet: 192.168.§.0/24}
            nodes: ①x§: {address: 192.168.§.9, mac: "02:00:00:00:00:§", role: manager}
            nodes: y§: {address: 192.168.§.10, mac: "02:00:00:00:01:§", role: manager}
            """, alone: true),
        Fault(
            .routerIDConflict,
            shed
                + "vips: x§: {address: 192.168.§.3, nodes: {m§: 1, n§: 2}, router-id: 7}\nvips: y§: {address: 192.168.§.4, nodes: {m§: 2, n§: 1}, router-id: ①7}"
        ),
        Fault(.middlewareUnknown, "services: x§: {backends: [\"http://192.168.0.50:3000\"], middlewares: [①nowhere§]}"),
        Fault(.middlewareUnknown, "services: x§: {network: proxy_traefik, port: 80, middlewares: [①lan-olny]}"),
        Fault(
            .allowlistBehindIngress, "services: x§: {backends: [\"http://192.168.0.50:3000\"], middlewares: [①lan-only]}", changes: smallest
        ),
        Fault(
            .allowlistBehindIngress,
            """
            services: x§: {network: proxy_traefik, port: 80, middlewares: [①a§]}
            outputs: traefik: {middlewares: {a§: {chain: {middlewares: [lan-only]}}}}
            """, changes: smallest, alone: true),
        Fault(
            .allowlistBehindIngress,
            changes: [("middlewares: [lan-only", "middlewares: [①lan-only"), ("publish: host", "publish: ingress")], alone: true),
        Fault(.vipNoBackup, shed + "vips: ①x§: {address: 192.168.§.3, nodes: {m§: 1}, router-id: 7}"),
    ]

    private static let dhcp: [Fault] = [
        Fault(
            .groupGatewayUnreachable,
            "lans: x§: {subnet: 192.168.§.0/24}\ndevices: x§: {address: 192.168.§.2, mac: \"02:00:00:00:00:§\"}\ndhcp/groups: x§: {hosts: [x§], routers: [①100.100.§.1]}"
        ),
        Fault(
            .classMatchesNone,
            "lans: x§: {subnet: 192.168.§.0/24}\ndevices: x§: {address: 192.168.§.2, mac: \"02:§:00:00:00:01\"}\ndhcp/classes: x§: {lan: x§, mac-prefix: ①\"02:§:01\", range: 192.168.§.7-192.168.§.9}"
        ),
        Fault(
            .hostWithoutMAC,
            "lans: x§: {subnet: 192.168.§.0/24}\ndevices: x§: {address: 192.168.§.2}\ndhcp/groups: x§: {hosts: [①x§]}"),
        Fault(
            .hostInTwoGroups,
            "lans: x§: {subnet: 192.168.§.0/24}\ndevices: x§: {address: 192.168.§.2, mac: \"02:00:00:00:00:§\"}\ndhcp/groups: x§: {hosts: [x§]}\ndhcp/groups: y§: {hosts: [①x§]}"
        ),
    ]
}
