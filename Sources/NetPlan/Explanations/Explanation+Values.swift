extension Explanation {
    /// One value alone.
    static let values: [Explanation] = [
        Explanation(
            .invalidAddress, "a text that is no address",
            meaning: """
                An IPv4 address is four numbers from 0 to 255 without leading zeros. Other programs guess at what is meant where it is not,
                and each of them guesses something else.
                """,
            elsewhere: """
                dnsmasq 2.90 takes 192.168.10.256 for a host name: the machine gets any free address, and the name '192'. dhcpd 4.4.3 reads
                192.168.010.050 as 192.168.10.50, and BIND 9.18 refuses it.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: 192.168.0.256}
                """,
            mend: ["192.168.0.256": "192.168.0.250"]),
        Explanation(
            .invalidPrefix, "a text that is no network",
            meaning: "A network is an address, a slash, and how many of its 32 bits (128 for IPv6) are fixed.",
            elsewhere: "Docker 20.10 refuses 10.9.0.0/33 too, as an error 500 of the server.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/33}
                """,
            mend: ["/33": "/24"]),
        Explanation(
            .invalidRange, "a text that is no range, or a reversed one",
            meaning: "A range is two addresses with a dash between them, the lower one first; or one address alone.",
            elsewhere: "dhcpd 4.4.3 and dnsmasq 2.90 take a reversed range and swap its ends; Kea 2.2 and libvirt 9.0 refuse it.",
            bad: """
                version: 1
                site: home
                lans:
                  home:
                    subnet: 192.168.0.0/24
                    dhcp: {ranges: [192.168.0.219-192.168.0.200]}
                """,
            mend: ["192.168.0.219-192.168.0.200": "192.168.0.200-192.168.0.219"]),
        Explanation(
            .invalidMAC, "a text that is no MAC address of one machine",
            meaning: """
                A MAC is six pairs of hexadecimal digits with colons between them. One that is a multicast address, or all zeros,
                belongs to no machine.
                """,
            elsewhere: """
                dhcpd 4.4.3, Kea 2.2 and dnsmasq 2.90 take a MAC of five bytes, and dhcpd then never finds the machine. dnsmasq takes
                02-00-00-00-00-01 for a host name.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: 192.168.0.50, mac: "00:11:22:33:44"}
                """,
            mend: ["00:11:22:33:44": "00:11:22:33:44:55"]),
        Explanation(
            .invalidPort, "a text that is no port",
            meaning: "A port is a number from 1 to 65535; a published one is written as in a compose file, as 53:53/udp.",
            elsewhere: "Traefik 3.7 takes the port 99999 in a URL and calls the service enabled; 'caddy validate' 2.6.2 takes it as well.",
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
                  proxy: {}
                services:
                  portainer: {network: proxy, port: 0}
                """,
            mend: ["port: 0": "port: 9000"]),
        Explanation(
            .invalidName, "a text that can't be the name of this thing",
            meaning: """
                Hosts have host names (RFC 1123): letters, digits and dashes, with dots between labels of at most 63. Networks, groups and
                services may have an underscore. Every output takes a name of that form, and no other kind of name is taken by all of them.
                """,
            elsewhere: """
                'named-checkzone' 9.18 only warns of 'my_nas', and the server then refuses the whole zone. dnsmasq 2.90 takes anything as a
                name in a host-record.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  my_nas: {address: 192.168.0.50}
                """,
            mend: ["my_nas": "my-nas"]),
        Explanation(
            .invalidDuration, "a text that is no time, or times that contradict each other",
            meaning: """
                A time is a whole number and one of s, m, h and d: seconds, minutes, hours and days. The three times of a lease don't
                contradict each other: min is the shortest, then default, then max.
                """,
            elsewhere: """
                What dnsmasq 2.90 can't read in a dhcp-host line it takes for a host name: '--test' finds almost nothing wrong. 'dhcpd -t'
                4.4.3 takes a min of a day over a max of an hour, and the server then lends for the day.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, dhcp: {lease: {default: 1 day}}}
                """,
            mend: ["1 day": "1d"]),
        Explanation(
            .invalidURL, "a backend that is no URL, or no host and port",
            meaning: """
                A backend is where Traefik sends requests: scheme, host and port for HTTP, host and port for TCP and UDP. It has no path:
                Traefik would not use it.
                """,
            elsewhere: "For a URL that it can't read Traefik 3.7 disables that one router; its API says so, and the other routers work.",
            bad: """
                version: 1
                site: home
                services:
                  grafana: {backends: ["192.168.0.60:8080"]}
                """,
            mend: ["192.168.0.60:8080": "http://192.168.0.60:8080"]),
        Explanation(
            .invalidNumber, "a text that is no number, or one out of its limits",
            meaning: "A number that can't be: a VLAN is from 1 to 4094, a size from 1 to 32, a priority and a router-id from 1 to 255.",
            elsewhere: "keepalived 2.2.7 ends with status 5 for the priority 300, as it does for a mere warning.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, vlan: 5000}
                """,
            mend: ["vlan: 5000": "vlan: 50"]),
        Explanation(
            .invalidChoice, "a word that is none of those that are possible here",
            meaning: "Some values are one of a few words: a role, a scope, a mode, a scheme, a DHCP server.",
            elsewhere: "Docker 20.10 refuses an unknown macvlan mode too, as an error 500 of the server.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24, dhcp: {server: ruoter}}
                """,
            mend: ["ruoter": "router"]),
        Explanation(
            .hostBitsSet, "an address inside a network where the network itself is meant",
            meaning: """
                192.168.0.5/24 is the address of one machine, with the length of its network. Where a network is meant, the part behind the
                slash's length is zero.
                """,
            elsewhere: """
                Docker 20.10 takes such a subnet and keeps it as it was written, so that it never compares equal again; from 25.0 it is
                refused. Kea 2.2 takes it too.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.5/24}
                """,
            mend: ["192.168.0.5/24": "192.168.0.0/24"]),
        Explanation(
            .unsafeText, "an invisible character, or '{{', in a text",
            meaning: """
                A text of the plan ends up in a dozen files, each with its own syntax. A line break, another control character or a
                bidirectional mark would change what is read there or seen on the screen, and '{{' starts a template.
                """,
            elsewhere: """
                Traefik 3.7 runs templates in its files: '{{ env "HOME" }}' became the folder's name, and '{{' in a comment made it refuse
                all files. BIND 9.18 opened the file behind a line break and $INCLUDE.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home:
                    subnet: 192.168.0.0/24
                    reserved:
                      - {range: 192.168.0.240-192.168.0.247, note: "switches {{rack}}"}
                """,
            mend: ["{{rack}}": "(rack)"]),
        Explanation(
            .reservedName, "a name that a program keeps for something else",
            meaning: """
                dnsmasq reads some words of a DHCP entry as settings, not as a name: ignore, infinite, and times as 12h. Docker has networks
                of its own: bridge, host, none, ingress and docker_gwbridge.
                """,
            elsewhere: "With dnsmasq 2.90 a machine named 'ignore' gets no DHCP at all, and '12h' and 'infinite' lose their name.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  ignore: {address: 192.168.0.50}
                """,
            mend: ["ignore:": "ignored:"]),
    ]
}
