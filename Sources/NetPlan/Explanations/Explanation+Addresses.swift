extension Explanation {
    /// Addresses, MACs and names, each by itself and against each other.
    static let addresses: [Explanation] = [
        Explanation(
            .addressOutsideLAN, "an address or range outside its LAN's subnet",
            meaning: """
                Whoever has this address is in no network with its neighbours: they can't reach it. Mostly a digit is wrong, or the thing
                is in another LAN than the plan says.
                """,
            elsewhere:
                "dhcpd 4.4.3 and dnsmasq 2.90 take such a reservation, and the machine silently gets another address; Kea 2.2 refuses it.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: 192.168.1.50}
                """,
            mend: ["192.168.1.50": "192.168.0.50"]),
        Explanation(
            .addressUnusable, "the network or the broadcast address of a LAN",
            meaning: """
                The first and the last address of a LAN stand for the network itself and for everybody in it. No machine can have one of
                them.
                """,
            elsewhere: "dhcpd 4.4.3 and Kea 2.2 take .0 and .255 in a range and offer them; libvirt 9.0 refuses the broadcast address.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: 192.168.0.255}
                """,
            mend: ["192.168.0.255": "192.168.0.254"]),
        Explanation(
            .duplicateAddress, "one address for two",
            meaning: """
                Two have the same address: now the one answers, now the other. A device with a gateway's address is no fault: it is that
                gateway.
                """,
            elsewhere: """
                dhcpd 4.4.3 takes it, and both machines are offered the address. dnsmasq 2.90 does not see it in a hosts file of its own;
                Kea 2.2 refuses it unless told otherwise.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: 192.168.0.50}
                  scanner: {address: 192.168.0.50}
                """,
            mend: ["scanner: {address: 192.168.0.50}": "scanner: {address: 192.168.0.51}"]),
        Explanation(
            .duplicateMAC, "one MAC for two",
            meaning:
                "A DHCP server knows a machine by its MAC. With one MAC in two entries it serves the one or the other, and nobody is told.",
            elsewhere: "dhcpd 4.4.3 takes it and serves the first entry, dnsmasq 2.90 the last; Kea 2.2 refuses it within one subnet.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: 192.168.0.50, mac: "00:11:22:33:44:55"}
                  scanner: {address: 192.168.0.51, mac: "00:11:22:33:44:55"}
                """,
            mend: ["192.168.0.51, mac: \"00:11:22:33:44:55\"": "192.168.0.51, mac: \"00:11:22:33:44:56\""]),
        Explanation(
            .duplicateName, "one name for two",
            meaning: """
                A name that leads to two different things leads to the wrong one half of the time. Upper and lower case are one name. For a
                Docker network, a macvlan over the swarm takes a second name: its own with '-config' behind it.
                """,
            elsewhere: """
                Kea 2.2 and dnsmasq 2.90 take one host name for two machines; dhcpd 4.4.3 refuses it, but takes 'a' beside 'A'. Docker
                20.10 can make two local networks of one name, and then finds neither.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: 192.168.0.50}
                  scanner: {address: 192.168.0.51, aliases: [printer]}
                """,
            mend: ["aliases: [printer]": "aliases: [copier]"]),
        Explanation(
            .addressInDHCPRange, "a fixed address inside a range that is lent to strangers",
            meaning: """
                The DHCP server lends the addresses of its range to whoever asks. A fixed address in there is one day lent to somebody else,
                unless the server knows it by its MAC: then it is a reservation.
                """,
            elsewhere: """
                dhcpd 4.4.3 offers even a reserved address of its range to others; Kea 2.2 and dnsmasq 2.90 keep reservations back. None of
                them can know an address without a MAC.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home:
                    subnet: 192.168.0.0/24
                    dhcp: {ranges: [192.168.0.100-192.168.0.199]}
                devices:
                  printer: {address: 192.168.0.150}
                """,
            mend: ["{address: 192.168.0.150}": "{address: 192.168.0.150, mac: \"00:11:22:33:44:55\"}"]),
        Explanation(
            .addressReserved, "a range or a slice that meets a reserved range",
            meaning: """
                What is 'reserved' is kept by hand: nobody else is to give an address of it away, and a DHCP range, a class's range or a
                macvlan slice would do just that. A single address that is declared there is fine.
                """,
            elsewhere: "No DHCP server and no Docker can know of it.",
            bad: """
                version: 1
                site: home
                lans:
                  home:
                    subnet: 192.168.0.0/24
                    reserved: [{range: 192.168.0.192-192.168.0.223, note: switches}]
                    dhcp: {ranges: [192.168.0.100-192.168.0.199]}
                """,
            mend: ["192.168.0.100-192.168.0.199": "192.168.0.100-192.168.0.191"]),
        Explanation(
            .rangeOverlap, "two DHCP ranges that share addresses",
            meaning: "Two dynamic ranges, or a class's and another, hold the same addresses: each would lend them by itself.",
            elsewhere: """
                dhcpd 4.4.3 refuses the file, with a message for every single address; Kea 2.2 refuses it as well; dnsmasq 2.90 takes it.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home:
                    subnet: 192.168.0.0/24
                    dhcp: {ranges: [192.168.0.100-192.168.0.150, 192.168.0.140-192.168.0.199]}
                """,
            mend: ["192.168.0.140-": "192.168.0.151-"]),
        Explanation(
            .specialAddressSpace, "space in which no network can lie: loopback, multicast and the like",
            meaning: """
                Some addresses mean something else to every machine: loopback never leaves it, link-local never passes a router, multicast
                is for groups. No LAN, overlay or pool works there (RFC 6890).
                """,
            elsewhere: "Docker 20.10 makes a bridge with 127.0.5.0/24 or 224.0.5.0/24 without a word.",
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
                  monitoring: {subnet: 127.0.5.0/24}
                """,
            mend: ["127.0.5.0/24": "10.201.5.0/24"]),
        Explanation(
            .publicAddressSpace, "a network of ours in addresses that belong to somebody on the internet",
            meaning: """
                Whoever owns these addresses can't be reached from here any more: what is meant for them stays in this network. Private
                space is 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 (RFC 1918).
                """,
            elsewhere: """
                Docker 20.10 makes a bridge with 172.32.0.0/24 and an overlay with 9.9.8.0/24 without a word, and 'dhcpd -t' 4.4.3
                takes the subnet 192.186.0.0/24.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.186.0.0/24}
                """,
            mend: ["192.186.0.0/24": "192.168.0.0/24"]),
        Explanation(
            .dnsServerUnknown, "a DNS server's address in a slice, and no service has it",
            meaning: """
                The slice is Docker's: it gives this address to whichever container starts first. If that is not the DNS server, nobody at
                the site can look up a name.
                """,
            elsewhere: """
                Docker 20.10 hands out the lowest free address, and a container that was stopped may come back with another one.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dns: [192.168.0.253]}
                nodes:
                  ds1: {address: 192.168.0.11, role: manager}
                  ds2: {address: 192.168.0.12, role: manager}
                  ds3: {address: 192.168.0.13, role: manager}
                macvlans:
                  pihole: {nodes: [ds1], scope: local, slices: {ds1: 192.168.0.252/30}, shim: true}
                services:
                  pihole: {network: pihole, nodes: [ds1]}
                """,
            mend: ["network: pihole, nodes: [ds1]": "network: pihole, nodes: [ds1], address: {ds1: 192.168.0.253}"]),
    ]
}
