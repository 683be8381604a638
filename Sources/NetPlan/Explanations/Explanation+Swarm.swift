extension Explanation {
    /// The swarm and its services.
    static let swarm: [Explanation] = [
        Explanation(
            .noManager, "networks of the swarm, and no node is a manager",
            meaning: """
                Overlays and macvlans over the swarm are made on a manager, once for all nodes. A plan with such networks names at least one
                node with role: manager.
                """,
            elsewhere: "Docker 20.10 refuses it outside of a swarm: 'cannot create a swarm scoped network when swarm is not active'.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                nodes:
                  ds1: {address: 192.168.0.11}
                  ds2: {address: 192.168.0.12}
                  ds3: {address: 192.168.0.13}
                overlays:
                  proxy: {}
                """,
            mend: [
                "192.168.0.11}": "192.168.0.11, role: manager}", "192.168.0.12}": "192.168.0.12, role: manager}",
                "192.168.0.13}": "192.168.0.13, role: manager}",
            ]),
        Explanation(
            .managerCount, "fewer than three managers, or an even number",
            meaning: """
                The managers decide by majority. Of two, both are needed, so the loss of either stops the swarm: two are worse than one.
                Three survive the loss of one, five of two; a fourth adds nothing. What runs goes on, but nothing is started anew.
                """,
            elsewhere: """
                Docker 20.10 lets a second manager join without a word. 'docker info' warns of two; 'docker node ls' does not.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13}
                """,
            mend: ["192.168.0.13}": "192.168.0.13, role: manager}"]),
        Explanation(
            .nodesApart, "managers in different LANs",
            meaning: """
                Managers that are in different LANs talk through a router. When it is down, or restarts for an update, those on one side lose
                the majority, and the swarm stops deciding.
                """,
            elsewhere: """
                Docker 20.10 lets a manager at 192.168.7.13 join one at 192.168.0.11 without a word. With the router between them
                gone, a new network failed with 'node lost leader status'.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                  shed: {subnet: 192.168.7.0/24}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.7.13, role: manager}
                """,
            mend: ["192.168.7.13": "192.168.0.13"]),
        Explanation(
            .routerIDConflict, "two virtual addresses of a LAN with one router-id",
            meaning: """
                keepalived tells virtual addresses apart by this number alone. With one for two, each node takes the announcements of the
                other address for its own, and one of the two is held by nobody.
                """,
            elsewhere: """
                keepalived 2.2.7 notices the same number twice in one file ('-t' ends with 5). In the files of two machines nobody can.
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
                vips:
                  web: {address: 192.168.0.8, nodes: {ds1: 150, ds2: 100}, router-id: 51}
                  mail: {address: 192.168.0.9, nodes: {ds1: 100, ds2: 150}, router-id: 51}
                """,
            mend: ["ds2: 150}, router-id: 51": "ds2: 150}, router-id: 52"]),
        Explanation(
            .vipNoBackup, "a virtual address that nobody takes over",
            meaning: """
                A virtual address is worth its trouble where a second node takes it over. With one node alone it falls with it; with two of
                one priority, chance decides which of them has it.
                """,
            elsewhere: "keepalived 2.2.7 on nodes with 150, 140 and 130: after a fault the next one had the address in under 14 seconds.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                vips:
                  web: {address: 192.168.0.9, nodes: {ds1: 150}, router-id: 51}
                """,
            mend: ["{ds1: 150}": "{ds1: 150, ds2: 100}"]),
        Explanation(
            .middlewareUnknown, "a Traefik middleware that nobody declares, or that can't do it here",
            meaning: """
                A middleware without a provider is ours: lan-only, or one of outputs.traefik.middlewares. Traefik switches a route off whose
                middleware it doesn't know. One that Traefik has from elsewhere is written as auth@file.
                """,
            elsewhere: "Traefik 3.7 disables the one route and serves the others; only its API and its log say so.",
            bad: """
                version: 1
                site: home
                services:
                  grafana: {backends: ["http://192.168.0.50:3000"], middlewares: [compress-all]}
                outputs:
                  traefik: {publish: host}
                """,
            mend: ["publish: host": "publish: host, middlewares: {compress-all: {compress: {}}}"]),
        Explanation(
            .mdnsDomain, "a name below .local",
            meaning: """
                .local belongs to multicast DNS (RFC 6762): many machines ask their neighbours for such names, and never the DNS server.
                home.arpa is meant for homes (RFC 8375).
                """,
            elsewhere: """
                With nss-mdns 0.15.1 and Avahi 0.8, 'getent ahostsv4 nas.local' never asked the DNS server that knew the name;
                nas.home.local and nas.home.arpa were asked for. 'dnsmasq --test' 2.90 takes domain=home.local.
                """,
            bad: """
                version: 1
                site: home
                domain: home.local
                """,
            mend: ["home.local": "home.arpa"]),
        Explanation(
            .allowlistBehindIngress, "lan-only, where Traefik can't see who asks",
            meaning: """
                A port that the swarm publishes by its routing mesh hides the client: every request comes from 10.0.0.x, which is in no LAN.
                An allow list then shuts everybody out; widened to 10.0.0.x it lets everybody in. Ports in 'mode: host' keep the client.
                """,
            elsewhere: "Traefik 3.7 takes the list, answers 403 to everybody who is not in it, and its log has no line about that.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                services:
                  grafana: {backends: ["http://192.168.0.50:3000"], middlewares: [lan-only]}
                outputs:
                  traefik: {publish: ingress}
                """,
            mend: ["publish: ingress": "publish: host"]),
    ]
}
