extension Explanation {
    /// Macvlans as networks of Docker.
    static let macvlans: [Explanation] = [
        Explanation(
            .macvlanSubnetMode, "the recipe from the web: a slice as a subnet of its own",
            meaning: """
                'docker network create -d macvlan --subnet=192.168.0.252/30' makes the slice a network by itself, whose gateway Docker
                invents. Its containers don't reach the LAN's router. With the LAN as subnet and the slice as range they do.
                """,
            elsewhere: """
                Docker 20.10 takes .253 of that /30 as gateway, which 'inspect' does not show. One address is left, and every ping to the
                router is lost. From 29.0 it takes no gateway where none is given.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                macvlans:
                  pihole: {nodes: [ds1], scope: local, mode: subnet}
                """,
            mend: [", mode: subnet": ""]),
        Explanation(
            .macvlanParentShared, "two macvlans on one interface of a node",
            meaning: """
                Before engine 27 an interface carries one macvlan network. And with any engine one LAN is one macvlan on a node, for its
                gateway can be taken once only. One macvlan can hold several services.
                """,
            elsewhere: """
                Docker 20.10 refuses the second one where it is local: 'network dm-… is already using parent interface eth0'. Over a swarm it
                takes it, and its tasks are rejected.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                macvlans:
                  pihole: {nodes: [ds1], scope: local}
                  unbound: {nodes: [ds1], scope: local}
                """,
            mend: ["unbound: {nodes: [ds1]": "unbound: {nodes: [ds2]"]),
        Explanation(
            .macvlanGatewayMissing, "a macvlan in a LAN without a gateway",
            meaning: """
                A macvlan must be told the LAN's router. Otherwise Docker takes the first address of the slice for it: the slice loses one,
                and nothing in a container gets out of the LAN.
                """,
            elsewhere:
                "Docker 20.10 with --ip-range and no --gateway took the range's first address, without a word. From 29.0 it takes none.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                macvlans:
                  pihole: {nodes: [ds1], scope: local}
                """,
            mend: ["192.168.0.0/24}": "192.168.0.0/24, gateway: 192.168.0.1}"]),
        Explanation(
            .macvlanHostIsolated, "a node asks a DNS server that it can't reach: its own container",
            meaning: """
                A machine never reaches the containers of its own macvlan, nor they it; everybody else does. If the only DNS servers that a
                node knows are such containers, it can't look up a name, not even that of the image that it must pull. A shim is a way in.
                """,
            elsewhere: """
                Docker 20.10: every ping was lost between a machine and its own macvlan, both ways, and none between either of them and the
                LAN. With a shim, even one without an address, none was lost.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dns: [pihole]}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                macvlans:
                  pihole: {nodes: [ds1], scope: local}
                services:
                  pihole: {network: pihole, nodes: [ds1], address: auto}
                """,
            mend: ["scope: local": "scope: local, shim: true"]),
        Explanation(
            .engineBroken, "Docker Engine 28.0.0 with a macvlan over the swarm",
            meaning: "A macvlan over the swarm is made of a configuration on each node. That one release of the engine breaks those.",
            elsewhere: "Docker 28.0.0 breaks swarm networks that are made from configurations; 28.0.1 mends it (moby 468c2c814d).",
            bad: """
                version: 1
                site: home
                engine: 28.0.0
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                macvlans:
                  pihole: {nodes: [ds1, ds2]}
                """,
            mend: ["28.0.0": "28.0.1"]),
    ]
}
