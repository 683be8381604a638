extension Explanation {
    /// Subnets against each other and against Docker's own.
    static let subnets: [Explanation] = [
        Explanation(
            .subnetOverlap, "two networks that share addresses",
            meaning: """
                LANs, overlays, external networks and Docker's own must be apart: whoever is in both of two can reach one of them only.
                Docker takes it all the same, and fails later.
                """,
            elsewhere: """
                Docker 20.10 takes an overlay that overlaps another and never allocates it: its tasks stay 'new' for ever. One on docker0's
                addresses looks healthy, and its tasks are rejected every five seconds. One on the LAN's runs, and reaches no host of the LAN.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                overlays:
                  proxy: {subnet: 10.201.0.0/24}
                  monitoring: {subnet: 10.201.0.128/25}
                """,
            mend: ["10.201.0.128/25": "10.201.1.0/24"]),
        Explanation(
            .dockerPoolOverlap, "an overlay or external network where Docker makes networks by itself",
            meaning: """
                Each compose project gets a network of its own, from a list that Docker has built in: 172.17 to 172.31 in /16s, then
                192.168 in /20s. One day it takes the one that is used here for something else. Setting 'pools.docker', and the same in
                daemon.json, ends that.
                """,
            elsewhere: """
                Docker 20.10 took 172.17, 172.18 (docker_gwbridge), 172.19 and so on in order. Of what is in use it avoids only the LANs of
                the machine itself.
                """,
            bad: """
                version: 1
                site: home
                external:
                  office: {subnet: 172.20.0.0/16}
                """,
            mend: [
                "external:": """
                pools:
                  docker: [{base: 10.210.0.0/16, size: 24}]
                external:
                """
            ]),
        Explanation(
            .swarmPoolOverlap, "a LAN or external network where Docker takes overlays from",
            meaning: """
                An overlay that nobody gave a subnet gets one of 10.0.0.0/8, unless the swarm was made with another pool. It may be the one
                that a LAN or VPN has already: then whatever is on that overlay can't reach it.
                """,
            elsewhere: """
                Docker 20.10 takes 10.0.0.0/24 for ingress, then 10.0.1.0/24 and so on. An overlay on the LAN's own addresses ran, and no
                host of the LAN could be reached from it.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 10.9.0.0/24}
                """,
            mend: [
                "lans:": """
                pools:
                  swarm: {base: 10.230.0.0/16, size: 24}
                lans:
                """
            ]),
        Explanation(
            .overlayTooLarge, "an overlay wider than a /24",
            meaning: """
                Docker advises against overlays of more than 256 addresses: services with a virtual IP become unreliable there. Several
                smaller overlays do the same.
                """,
            elsewhere: "Docker 20.10 makes an overlay of 10.64.0.0/16 without a word.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                overlays:
                  proxy: {size: 22}
                """,
            mend: ["size: 22": "size: 24"]),
        Explanation(
            .overlayTooSmall, "an overlay of a /31 or /32",
            meaning:
                "An overlay needs room for its gateway and for one task at least: a /30. Every task takes an address, every service another.",
            elsewhere: """
                Docker takes a /31. 20.10 never allocates it: 'docker network ls' shows no driver, and tasks wait for ever. 26.1 and 28.5 do, and
                reject the tasks: "ip addresses may be exhausted".
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                overlays:
                  proxy: {subnet: 10.201.0.0/31}
                """,
            mend: ["10.201.0.0/31": "10.201.0.0/24"]),
        Explanation(
            .poolExhausted, "no room is left for what the plan leaves open",
            meaning: """
                The program was to find an address, a slice or an overlay's subnet, and all the room for it is taken: by DHCP ranges,
                reserved ranges, declared addresses and other blocks.
                """,
            elsewhere: """
                Docker 20.10 notices at run time only: 'no available IPv4 addresses on this network's address pools', again every five
                seconds.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home:
                    subnet: 192.168.0.0/24
                    dhcp: {ranges: [192.168.0.1-192.168.0.254]}
                devices:
                  printer: {address: auto}
                """,
            mend: ["192.168.0.1-192.168.0.254": "192.168.0.100-192.168.0.199"]),
        Explanation(
            .mtuMismatch, "an overlay's MTU that its underlay can't carry",
            meaning: """
                An overlay packs each packet into another, which takes 50 bytes (76 where it is encrypted). With too large an MTU small
                answers get through and large ones hang: 'ping' works, and the page never loads.
                """,
            elsewhere: """
                Docker 20.10's own option is the MTU below: with 1400 a container got 1350. The plan's 'mtu' is what the container sees.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                overlays:
                  proxy: {mtu: 1500}
                """,
            mend: ["mtu: 1500": "mtu: 1450"]),
    ]
}
