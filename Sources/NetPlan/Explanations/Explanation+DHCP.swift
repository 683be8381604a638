extension Explanation {
    /// DHCP, DNS, and what a target can't be told.
    static let dhcp: [Explanation] = [
        Explanation(
            .groupGatewayUnreachable, "a group's router or netmask that its hosts can't use",
            meaning: """
                The group tells its hosts a router that is not in their subnet, or a netmask that puts it outside. They take it, and reach
                nobody beyond their own network.
                """,
            elsewhere: """
                'dhcpd -t' 4.4.3 takes it: a file from the web with the router 10.0.0.1, the netmask 255.255.240.0 and hosts in 10.0.146.x
                passed.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
                devices:
                  printer: {address: 192.168.0.50, mac: "00:11:22:33:44:55"}
                dhcp:
                  groups:
                    office: {hosts: [printer], routers: [192.168.1.1]}
                """,
            mend: ["192.168.1.1": "192.168.0.1"]),
        Explanation(
            .classMatchesNone, "a class for MACs that nobody has, though one comes near",
            meaning: """
                A class takes machines by the start of their MAC. No machine of the plan has this one, and one has the first two bytes of
                it: the third may be a slip of the pen.
                """,
            elsewhere: "dhcpd 4.4.3 takes a class that never matches: 'DE:AD:D0' in quotes passes 'dhcpd -t', and nobody is served.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
                devices:
                  printer: {address: 192.168.0.50, mac: "de:ad:ab:6b:d3:09"}
                dhcp:
                  classes:
                    printers: {mac-prefix: "de:ad:d0", range: 192.168.0.200-192.168.0.219}
                """,
            mend: ["de:ad:d0": "de:ad:ab"]),
        Explanation(
            .hostWithoutMAC, "a group's member that a DHCP server can't know",
            meaning: """
                A DHCP server knows a machine by its MAC. A member of a group without one gets nothing of what the group says.
                """,
            elsewhere: """
                dnsmasq 2.90 takes a dhcp-host line with an address alone: from then on nobody is given that address, its owner neither.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
                devices:
                  printer: {address: 192.168.0.50}
                dhcp:
                  groups:
                    office: {hosts: [printer]}
                """,
            mend: ["192.168.0.50}": "192.168.0.50, mac: \"00:11:22:33:44:55\"}"]),
        Explanation(
            .hostInTwoGroups, "one host in two DHCP groups",
            meaning: "A host has the settings of one group. In two, it depends on the server which of them it gets.",
            elsewhere:
                "dhcpd 4.4.3 refuses two entries of one name ('host a: already exists'); with two names for one MAC it serves the first.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
                devices:
                  printer: {address: 192.168.0.50, mac: "00:11:22:33:44:55"}
                  scanner: {address: 192.168.0.51, mac: "00:11:22:33:44:56"}
                dhcp:
                  groups:
                    office: {hosts: [printer, scanner]}
                    paper: {hosts: [printer]}
                """,
            mend: ["[printer, scanner]": "[scanner]"]),
        Explanation(
            .routerFormatLimit, "a router's format that can't say all of the plan",
            meaning: """
                UniFi has one DHCP range for a network: where addresses that are in use cut what may be leased into pieces, it gets the largest
                piece, and the rest is never leased. A router with dnsmasq becomes slow above 20,000 reservations. As a note: in a LAN that
                another server leases, or without what the format can't do without, no such file is written.
                """,
            elsewhere:
                "UniFi's API has one 'dhcpd_start' and one 'dhcpd_stop'. dnsmasq 2.90 reads 20,000 hosts in 1.5 s and 40,000 in 9 s.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {ranges: [192.168.0.100-192.168.0.199]}}
                devices:
                  printer: {address: 192.168.0.150, mac: "00:11:22:33:44:55"}
                outputs:
                  router: {formats: [markdown, unifi]}
                """,
            mend: ["192.168.0.150": "192.168.0.50"]),
        Explanation(
            .serverWithoutLAN, "a DHCP server without its LAN, or a LAN without its one server",
            meaning: """
                'outputs' asks for Kea, and no LAN says that it is the one who leases. A LAN has one server: two that lend from the same
                range give one address to two machines. So it is a warning where a server is to be on several nodes of a LAN that it leases,
                on a node without an address there, or in no output at all. A relay brings a server what it can't hear itself, and a server
                may be set up by hand: a plan that lives with that says so in 'ignore'.
                """,
            elsewhere: """
                Nothing in DHCP keeps two servers apart: dhcpd 4.4.3, Kea 2.2 and dnsmasq 2.90 each answer whoever asks. Of a LAN that its
                node has no address in dhcpd hears nothing: 'No subnet declaration for eth0'.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {server: dhcpd, ranges: [192.168.0.100-192.168.0.199]}}
                outputs:
                  kea: {}
                """,
            mend: ["dhcpd": "kea"]),
        Explanation(
            .cnameConflict, "an alias beside other data of its name",
            meaning: """
                A CNAME says that a name is another one. It is alone with its name: no address, no text, no second CNAME, and it doesn't
                lead back to itself.
                """,
            elsewhere: """
                BIND 9.18 refuses the whole zone ('CNAME and other data'). unbound 1.17 takes both, and dnsmasq 2.90 takes a CNAME beside
                an address, but refuses one that is there twice or points to itself.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
                devices:
                  nas: {address: 192.168.0.50}
                  backup: {address: 192.168.0.51}
                dns:
                  records:
                    - {name: nas.home.arpa, type: CNAME, values: [backup.home.arpa]}
                """,
            mend: ["nas.home.arpa": "files.home.arpa"]),
        Explanation(
            .targetLimit, "what the plan says and a target can't be told",
            meaning: """
                The program that is to read the file has no way to say this, or would do something else. It is left out, or comes as near
                as the message says; an error where nothing comes near.
                """,
            elsewhere: """
                dnsmasq 2.90 takes a CNAME to a name that it doesn't know itself, and then never answers it: no word of that in its log. Pi-hole
                6.4 has one DHCP range, and refuses one that holds the gateway.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}
                devices:
                  nas: {address: 192.168.0.50}
                dns:
                  records:
                    - {name: www.home.arpa, type: CNAME, values: [www.example.org]}
                outputs:
                  dnsmasq: {}
                """,
            mend: ["www.example.org": "nas.home.arpa"]),
    ]
}
