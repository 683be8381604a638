/// The sites by which an emitter of somebody else is tried: each is a plan without a fault.
enum TrialSite: String, CaseIterable {
    case empty, smallest, full, hostile, big

    /// How many devices the big one has.
    static let size = 100_000

    /// What it is called in a sentence.
    var noun: String {
        switch self {
        case .empty: "a site with nothing in it"
        case .smallest: "a site of three nodes"
        case .full: "a site with one of everything, IPv6 too"
        case .hostile: "a site of names and notes that are made to hurt"
        case .big: "a site of 100,000 hosts"
        }
    }

    /// The plan, with one emitter and its settings.
    func plan(for emitter: String, settings: String = "{}") -> [UInt8] {
        Array("version: 1\nsite: trial\noutputs: {\(emitter): \(settings)}\n\(text)".utf8)
    }

    private var text: String {
        switch self {
        case .empty: ""
        case .smallest: Self.smallestText
        case .full: Self.fullText
        case .hostile: Self.hostileText
        case .big: Self.bigText
        }
    }

    private static let smallestText = """
        lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, dhcp: {ranges: [192.168.0.100-192.168.0.199]}}}
        nodes:
          ds1: {address: 192.168.0.11, role: manager, mac: de:ad:ab:00:00:01}
          ds2: {address: 192.168.0.12, role: manager}
          ds3: {address: 192.168.0.13, role: manager}
        macvlans: {pihole: {nodes: [ds1, ds2]}}
        overlays: {web: {}}

        """

    private static let fullText = """
        domain: example.org
        engine: "29.0"
        lans:
          home:
            subnet: 192.168.0.0/24
            subnet6: fd00:1::/64
            gateway: 192.168.0.1
            dns: [192.168.0.2, "fd00:1::2", pihole]
            vlan: 10
            dhcp: {server: dhcpd, ranges: [192.168.0.100-192.168.0.199], lease: {min: 1h, default: 12h, max: 1d}}
            reserved: [{range: 192.168.0.240-192.168.0.247, note: switches}]
          storage: {subnet: 10.9.0.0/24, mtu: 9000, interface: eth1}
        pools: {docker: [{base: 10.210.0.0/16, size: 24}], swarm: {base: 10.220.0.0/16, size: 24}, ingress: 10.220.0.0/24}
        external: {office-vpn: {subnet: 10.8.0.0/16}}
        nodes:
          ds1:
            address: 192.168.0.11
            address6: "fd00:1::11"
            mac: de:ad:ab:00:00:01
            also: {storage: {address: 10.9.0.11, mac: de:ad:ab:00:01:01}}
            role: manager
            labels: {media: "true"}
            aliases: [nas]
          ds2: {address: auto, lan: home, mac: de:ad:ab:00:00:02, role: manager, hostname: DS2}
          ds3: {address: 192.168.0.13, role: manager}
        devices:
          router: {address: 192.168.0.1, mac: "00:11:22:33:44:01"}
          printer: {address: 192.168.0.50, mac: "00:11:22:33:44:55", aliases: [ipp]}
        vips: {swarm: {address: 192.168.0.9, nodes: {ds1: 150, ds2: 100}, router-id: 51}}
        macvlans: {pihole: {nodes: [ds1, ds2], lan: home, shim: true}}
        overlays:
          web: {subnet: 172.30.20.0/24, attachable: true}
          secret: {encrypted: true, internal: true, mtu: 1300}
        services:
          pihole: {network: pihole, nodes: [ds1, ds2], address: auto}
          portainer: {network: web, port: 9000, published: ["9000:9000/tcp"], middlewares: ["auth@file"]}
          grafana: {backends: ["http://192.168.0.50:3000"], names: [grafana.example.org, "*.grafana.example.org"]}
          mqtt: {backends: ["[fd00:1::50]:1883"], tcp: {entrypoint: mqtt, sni: mqtt.example.org}}
        dns:
          records:
            - {name: git.example.org, type: A, values: [192.168.0.11, 192.168.0.13], ttl: 300}
            - {name: git.example.org, type: AAAA, values: ["fd00:1::11"]}
            - {name: www.example.org, type: CNAME, values: [git.example.org]}
            - {name: example.org, type: TXT, values: ["v=spf1 -all"]}
        dhcp:
          groups: {boot: {lan: home, hosts: [ds1, ds2, printer], dns: [pihole], filename: ipxe.pxe, next-server: 192.168.0.5}}
          classes: {known: {lan: home, mac-prefix: "de:ad:ab", range: 192.168.0.200-192.168.0.219}}

        """

    /// Texts that break whoever pastes them into a shell, a regular expression, HTML, SQL or a format string.
    private static let hostileText = #"""
        lans:
          home:
            subnet: 192.168.0.0/24
            gateway: 192.168.0.1
            reserved:
              - {range: 192.168.0.200, note: "'; rm -rf ~ #"}
              - {range: 192.168.0.201, note: "$(reboot) `reboot` ${HOME} %s %n"}
              - {range: 192.168.0.202, note: '</script><b>"&amp;'}
              - {range: 192.168.0.203, note: 'back\slash \n \" \u0041'}
              - {range: 192.168.0.204, note: "żółć 日本語 🦑 é"}
              - {range: 192.168.0.205, note: "[section] key = value, - item: {x"}
        nodes:
          on.example.org: {address: 192.168.0.11, role: manager, labels: {a.b-c: "x=y z"}}
          null: {address: 192.168.0.12, role: manager, hostname: NULL}
          true: {address: 192.168.0.13, role: manager, aliases: [e1000, x--y]}
        devices: {a0123456789012345678901234567890123456789012345678901234567890z: {address: 192.168.0.14, mac: "00:00:00:00:00:01"}}
        dns: {records: [{name: text.home.arpa, type: TXT, values: ["quote \" semicolon ; backslash \\ dollar $x", "é"]}]}

        """#

    private static var bigText: String {
        var text = "lans: {home: {subnet: 100.64.0.0/10, gateway: 100.64.0.1}}\ndevices:\n"
        for number in 0..<size {
            let octets = (1...3).map { String(number >> (24 - 8 * $0) & 0xFF, radix: 16) }.map { $0.count == 1 ? "0\($0)" : $0 }
            let address = "100.\(65 + (number >> 16)).\(number >> 8 & 0xFF).\(number & 0xFF)"
            text += "  host\(number)x: {address: \(address), mac: \"02:00:00:\(octets.joined(separator: ":"))\"}\n"
        }
        return text
    }
}
