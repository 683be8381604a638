public import Docker
public import NetPlan
internal import Shell

extension Shim {
    /// What makes it again when the node starts, in the words of what sets its LAN's interface up.
    ///
    ///     shim.files(.ifupdown).map(\.installPath)      // ["/etc/network/if-up.d/nps-pihole"]
    ///
    /// They are for the next start alone: now, it is made at once, and no interface has to be set up anew for it.
    public func files(_ keeper: LinkKeeper) -> [FileArtifact] {
        switch keeper {
        case .ifupdown: [ifupdown]
        case .networkd(let file): networkd(parentFile: file)
        }
    }

    /// A script that ifupdown runs for every interface that comes up (interfaces(5)): the order of its files does not matter then.
    private var ifupdown: FileArtifact {
        let words = [name, slice.description, parent, source.description, mac.description].map { ShellWord($0).description }
        var text = TextBuffer()
        text.append(line: "#!/bin/sh")
        text.append(line: "# The node's own way into its slice \(slice), made again whenever \(parent) comes up.")
        text.append(line: Self.origin)
        text.append(line: "set -eu")
        text.append(line: "[ \"${IFACE:-}\" = \(ShellWord(parent)) ] || exit 0")
        for function in [ShellFunction.messages, .shim] {
            text.newline()
            text.append(line: function.text)
        }
        text.newline()
        text.append(line: "pass=create")
        text.append(line: "shim \(words.joined(separator: " ")) >/dev/null")
        return file("/etc/network/if-up.d/\(name)", text, mode: 0o755, check: .command(["sh", "-n", "{}"]))
    }

    /// The interface, its address and route, and that it hangs on the LAN's (systemd.netdev(5), systemd.network(5)). networkd knows
    /// nothing of `arp_filter` and `arp_announce`: udev sets them by sysctl.d(5) when the interface appears.
    private func networkd(parentFile: String) -> [FileArtifact] {
        let folder = "/etc/systemd/network"
        return [
            file(
                "\(folder)/60-\(name).netdev",
                [
                    "[NetDev]", "Name=\(name)", "Kind=macvlan", "MACAddress=\(mac)", "", "[MACVLAN]", "Mode=bridge",
                ]),
            file(
                "\(folder)/60-\(name).network",
                [
                    "[Match]", "Name=\(name)", "", "[Network]", "LinkLocalAddressing=no", "IPv6AcceptRA=no", "", "[Address]",
                    "Address=\(Self.asking)", "Scope=link",
                    // Nobody else in the LAN hears of it, and asking around takes seconds.
                    "DuplicateAddressDetection=none", "", "[Route]", "Destination=\(slice)", "Scope=link", "PreferredSource=\(source)",
                ]),
            file("\(folder)/\(parentFile).d/60-\(name).conf", ["[Network]", "MACVLAN=\(name)"]),
            // The dash: where there is no such interface yet, nobody minds.
            file(
                "/etc/sysctl.d/60-\(name).conf",
                [
                    "-net.ipv4.conf.\(name).arp_filter = 1", "-net.ipv4.conf.\(name).arp_announce = 2",
                ]),
        ]
    }

    private static let origin = "# Written by netplan-swarm from the plan: change the plan, not this file."

    private func file(_ path: String, _ lines: [String]) -> FileArtifact {
        var text = TextBuffer()
        text.append(line: "# The node's own way into its slice \(slice).")
        text.append(line: Self.origin)
        for line in lines { text.append(line: line) }
        return file(path, text)
    }

    private func file(_ path: String, _ text: TextBuffer, mode: UInt16 = 0o644, check: FileArtifact.Check? = nil) -> FileArtifact {
        let name = "docker/shims\(path)"
        var file = FileArtifact(path: name, emitter: DockerScript.emitter, content: text.bytes, installPath: path, check: check)
        file.mode = mode
        return file
    }
}
