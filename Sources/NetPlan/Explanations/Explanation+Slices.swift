extension Explanation {
    /// Macvlan slices, and the services that live in them.
    static let slices: [Explanation] = [
        Explanation(
            .sliceOutsideLAN, "a slice that is not a part of its LAN",
            meaning: """
                A macvlan's containers are neighbours of the LAN's machines, so their addresses are a part of the LAN. A slice elsewhere gives
                them addresses that nobody there can reach.
                """,
            elsewhere: """
                The API of Docker 20.10 takes a range outside its subnet, ignores it, and hands out addresses of the whole LAN; from 25.0 it
                is refused.
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
                  pihole: {nodes: [ds1], scope: local, slices: {ds1: 192.168.1.252/30}}
                """,
            mend: ["192.168.1.252/30": "192.168.0.252/30"]),
        Explanation(
            .sliceOverlap, "two slices that share addresses",
            meaning: """
                Each node hands out the addresses of its slice without asking the others. Where two slices meet, two containers get one
                address, and nobody is told.
                """,
            elsewhere: """
                Docker 20.10 gave two containers on two nodes one address and one MAC: connections were answered by both in turn. From 28.0
                the MACs differ, and the address moves from one to the other.
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
                  pihole:
                    nodes: [ds1, ds2]
                    scope: local
                    slices: {ds1: 192.168.0.248/29, ds2: 192.168.0.252/30}
                """,
            mend: ["192.168.0.248/29": "192.168.0.248/30"]),
        Explanation(
            .sliceHoldsAddress, "somebody's own address inside a slice",
            meaning: """
                Docker hands out every address of a slice. If a node, a device, a gateway or a virtual address has one of them, a container
                gets the same one day.
                """,
            elsewhere: "Docker 20.10 never asks the LAN whether an address is in use: it handed out addresses that nodes had.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                devices:
                  printer: {address: 192.168.0.253}
                macvlans:
                  pihole: {nodes: [ds1], scope: local, slices: {ds1: 192.168.0.252/30}}
                """,
            mend: ["192.168.0.253": "192.168.0.50"]),
        Explanation(
            .sliceInDHCPRange, "a slice fixed by hand inside a DHCP range",
            meaning: """
                The DHCP server lends these addresses to strangers, and Docker gives them to containers. That goes well only where the
                server leaves the slice out, and it must be told to. A slice that the program chooses never lies there.
                """,
            elsewhere: "No DHCP server can know of a slice. dhcpd lends from it until its range is split around it.",
            bad: """
                version: 1
                site: home
                lans:
                  home:
                    subnet: 192.168.0.0/24
                    gateway: 192.168.0.1
                    dhcp: {ranges: [192.168.0.100-192.168.0.199]}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                macvlans:
                  pihole: {nodes: [ds1], scope: local, slices: {ds1: 192.168.0.176/30}}
                """,
            mend: ["192.168.0.176/30": "192.168.0.252/30"]),
        Explanation(
            .sliceTooSmall, "a slice without room for its services",
            meaning: """
                Docker never hands out the LAN's first and last address. A slice of those alone gives nothing, and a slice with fewer
                addresses than it has services with an address can't serve them all.
                """,
            elsewhere: """
                Docker 20.10 makes a network with the range 192.168.0.255/32, and no container can start in it: 'no available IPv4
                addresses'.
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
                  pihole: {nodes: [ds1], scope: local, slices: {ds1: 192.168.0.255/32}}
                """,
            mend: ["192.168.0.255/32": "192.168.0.252/30"]),
        Explanation(
            .serviceAddressUnpinned, "two services with an address in one slice of the swarm",
            meaning: """
                A swarm service can't be given an address: Docker takes the lowest free one of the node's slice. One service is sure of its
                address if all others are kept back; of two, whichever starts first gets the lower one.
                """,
            elsewhere: "Docker 20.10 takes 'ipv4_address' in a stack's file, and drops it without a word.",
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
                  dns: {nodes: [ds1, ds2]}
                services:
                  pihole: {network: dns, nodes: [ds1], address: auto}
                  unbound: {network: dns, nodes: [ds1], address: auto}
                """,
            mend: ["unbound: {network: dns, nodes: [ds1]": "unbound: {network: dns, nodes: [ds2]"]),
        Explanation(
            .serviceUnplaced, "a service's address where its macvlan has no slice",
            meaning: """
                Every node has its own slice of a macvlan, so an address belongs to a service on one node. The node must be one of the
                macvlan's, and the service must say on which nodes it runs.
                """,
            elsewhere: """
                Docker 20.10 makes the network whether the node has its part of it or not; the tasks there are rejected: 'configuration
                network does not exist'.
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
                services:
                  pihole: {network: pihole, nodes: [ds2], address: auto}
                """,
            mend: ["pihole: {nodes: [ds1]": "pihole: {nodes: [ds1, ds2]"]),
        Explanation(
            .serviceOutsideSlice, "a service's address that its node's slice can't give",
            meaning: """
                The address is not one that Docker can hand out from the slice of this node: it lies outside, or it is the LAN's network or
                broadcast address.
                """,
            elsewhere: """
                'docker run --ip' 20.10 takes any free address of the whole LAN, outside the slice too, even the one of the machine itself.
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
                  pihole: {nodes: [ds1], scope: local, slices: {ds1: 192.168.0.252/30}}
                services:
                  pihole: {network: pihole, nodes: [ds1], address: {ds1: 192.168.0.250}}
                """,
            mend: ["192.168.0.250": "192.168.0.253"]),
    ]
}
