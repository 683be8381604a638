/// A site before and after its plan was changed: files come, go, and are ours in part.
struct Site {
    let old: String
    var new: String { old.replacing("gone", with: "more").replacing("/old", with: "/new").replacing(".40", with: ".41") }

    /// With dnsmasq, which systemd restarts, or with nothing that any server reads.
    init(reloads: Bool) {
        old = """
            version: 1
            site: home
            lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}
            nodes: {ds1: {address: 192.168.0.11, role: manager}}
            devices: {printer: {address: 192.168.0.40}}
            services: {web: {backends: ["http://192.168.0.50:80"]}, gone: {backends: ["http://192.168.0.50:81"]}}
            outputs: {traefik: {on: [ds1], path: /etc/traefik/old}, hosts: {}\(reloads ? ", dnsmasq: {on: [ds1]}" : "")}

            """
    }

    /// Shell text that applies one of the two.
    static func apply(_ name: String, _ options: String = "") -> String {
        "cd /srv/\(name) && netplan-swarm apply --node ds1 --yes \(options)"
    }

    /// Shell text that shows all that is applied, and whatever lies about.
    static let look = """
        cd / && { find etc/hosts etc/traefik etc/dnsmasq.d var/lib/netplan-swarm -type f ! -name lock ! -name last ! -name due -exec sha256sum {} +
        find . -xdev -name '.*netplan-swarm*'; } | sort -k 2
        """
}
