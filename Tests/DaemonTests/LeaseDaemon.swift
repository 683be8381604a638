import Foundation
import Testing

/// A DHCP server that an emitter writes for: how it is started on its file, and what it says.
enum LeaseDaemon: String, CaseIterable, CustomTestStringConvertible {
    case dhcpd, kea, dnsmasq, pihole

    var testDescription: String { rawValue }

    /// The program, and the emitter's file that it starts from.
    var program: String { ["kea": "kea-dhcp4", "pihole": "dnsmasq"][rawValue] ?? rawValue }
    var file: String { ["dhcpd": "dhcpd.conf", "kea": "kea-dhcp4.conf", "pihole": "pihole.conf"][rawValue] ?? "netplan-swarm.conf" }

    /// Whether it can be told all that a plan says of DHCP.
    var isComplete: Bool { self != .pihole }

    /// What it says when it listens, and when it has nothing left to lend.
    var isReady: String { ["dhcpd": "fallback", "kea": "DHCP4_STARTED"][rawValue] ?? "DHCP, " }
    var isEmpty: String { ["dhcpd": "no free leases", "kea": "ALLOC_FAIL"][rawValue] ?? "no address available" }

    /// What it wants in its environment: Kea's own folders are root's.
    func environment(in folder: Scratch) -> [String: String] {
        self == .kea ? ["KEA_PIDFILE_DIR": folder.path(""), "KEA_LOCKFILE_DIR": folder.path("")] : [:]
    }

    /// Its arguments, to run in the foreground on those interfaces, and to keep what it writes in the folder.
    func arguments(in folder: Scratch, on interfaces: [String]) -> [String] {
        let file = folder.path(file)
        switch self {
        case .dhcpd: return ["-4", "-d", "-cf", file, "-lf", folder.path("leases"), "-pf", folder.path("pid")] + interfaces
        case .kea: return ["-c", file]
        case .dnsmasq, .pihole:
            // It looks by itself whether somebody has an address, which takes three seconds each.
            let own = ["--no-daemon", "--port=0", "--no-ping", "--log-dhcp", "--user=root", "--bind-interfaces"]
            return own + ["--conf-file=\(file)", "--dhcp-leasefile=\(folder.path("leases"))", "--pid-file=\(folder.path("pid"))"]
                + interfaces.map { "--interface=\($0)" }
        }
    }
}
