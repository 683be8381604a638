public import Docker
internal import Glibc
internal import NetPlan

/// The interfaces by which a node reaches its own slices, as the kernel has them: asked and made by `ip` (iproute2).
///
/// What is made is what the generated scripts make, to the letter: `ShellFunction.shim` says why each of it is needed.
public enum Links {
    /// Each shim by its name; nothing where there is none.
    ///
    /// Fails where an interface has the name of one and is no macvlan in bridge mode.
    public static func shims() throws(Failure) -> [String: ShimState] {
        guard Program.path(of: "ip") != nil else { return [:] }
        var shims: [String: ShimState] = [:]
        for name in try names() { shims[name] = try shim(name) }
        return shims
    }

    /// Nil where there is no interface of that name.
    static func shim(_ name: String) throws(Failure) -> ShimState? {
        guard try names().contains(name) else { return nil }
        // "5: nps-pihole@eth0: <BROADCAST,UP> … mode DEFAULT … link/ether 02:70:… … macvlan mode bridge …"
        let words = try lines(["-d", "link", "show", "dev", name]).joined(separator: " ").split(separator: " ").map(String.init)
        let parent = words.dropFirst().first?.split(separator: "@", maxSplits: 1).dropFirst().first.map { String($0.dropLast()) }
        let isBridge = words.firstIndex(of: "macvlan").map { words.dropFirst($0).starts(with: ["macvlan", "mode", "bridge"]) } ?? false
        guard isBridge, let parent, let mac = follower(of: "link/ether", in: words).flatMap({ MACAddress($0) }) else {
            throw Failure("interface \(name) is there, and is no macvlan in bridge mode: 'ip link del \(name)', then run it again")
        }
        let isUp = words.contains { $0.hasPrefix("<") && $0.dropFirst().dropLast().split(separator: ",").contains("UP") }
        var isQuiet = isUp
        if isUp { isQuiet = try isDiscreet(name) }
        return ShimState(parent: parent, mac: mac, routes: try routes(of: name), isDiscreet: isQuiet)
    }

    /// What sets an interface up when the node starts; nil where that is nothing that we can tell about a shim.
    public static func keeper(of interface: String) throws(Failure) -> LinkKeeper? {
        guard Program.path(of: "ip") != nil else { return nil }
        let run = try Program.run(["ip", "-o", "link", "show", "dev", interface], limit: 10)
        let index = run.output.prefix { $0.isASCII && $0.isNumber }
        if run.isFine, !index.isEmpty, let state = try text("/run/systemd/netif/links/\(index)") {
            // What networkctl(1) shows as "Network File"; it reads it here as well.
            let mark = "NETWORK_FILE=/"
            if let line = state.split(separator: "\n").first(where: { $0.hasPrefix(mark) }), let name = line.split(separator: "/").last {
                return .networkd(file: String(name))
            }
        }
        let isUp = try text("/run/network/ifstate")?.split(separator: "\n").contains { $0.hasPrefix("\(interface)=") }
        return isUp == true ? .ifupdown : nil
    }

    private static func text(_ path: String) throws(Failure) -> String? {
        try PlanSource.readIfThere(path, limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
    }

    static func expectProgram() throws(Failure) {
        guard Program.path(of: "ip") != nil else { throw Failure("there is no 'ip' here, which makes interfaces: install iproute2") }
    }

    static func perform(_ change: ShimChange) throws(Failure) {
        let there = try shim(change.name)
        if there == change.after { return }
        let name = change.name
        guard let wanted = change.after else { return try run(["link", "del", name]) }
        var isThere = there != nil
        if let there, there.parent != wanted.parent {
            try run(["link", "del", name])
            isThere = false
        }
        if !isThere { try run(["link", "add", name, "link", wanted.parent, "type", "macvlan", "mode", "bridge"]) }
        try set("arp_filter", of: name, to: 1)
        try set("arp_announce", of: name, to: 2)
        try run(["addr", "replace", Shim.asking.description, "dev", name, "scope", "link"])
        try run(["link", "set", name, "address", wanted.mac.description, "up"])
        // Of an earlier slice no route may stay: its addresses may be another node's by now.
        try run(["-4", "route", "flush", "dev", name])
        for route in wanted.routes {
            try run(["route", "replace", route.slice, "dev", name] + (route.source.map { ["src", $0] } ?? []))
        }
    }

    // MARK: Looking

    /// Interfaces that have a shim's name.
    private static func names() throws(Failure) -> [String] {
        let table = String(decoding: try PlanSource.readIfThere("/proc/self/net/dev", limit: 1 << 20) ?? [], as: UTF8.self)
        let names = table.split(separator: "\n").compactMap { $0.split(separator: ":").first?.drop { $0 == " " } }
        return names.filter { $0.hasPrefix(Shim.mark) }.map(String.init).sorted()
    }

    private static func routes(of name: String) throws(Failure) -> [ShimState.Route] {
        try lines(["-4", "route", "show", "dev", name]).compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let slice = words.first else { return nil }
            return ShimState.Route(slice: slice.contains("/") ? slice : "\(slice)/32", source: follower(of: "src", in: words))
        }
    }

    private static func isDiscreet(_ name: String) throws(Failure) -> Bool {
        let addresses = try lines(["-4", "addr", "show", "dev", name])
        guard addresses.contains(where: { $0.split(separator: " ").contains(Substring(Shim.asking.description)) }) else { return false }
        let filter = try value("arp_filter", of: name)
        let announce = try value("arp_announce", of: name)
        return filter == "1" && announce == "2"
    }

    private static func follower(of word: String, in words: [String]) -> String? {
        words.firstIndex(of: word).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    }

    // MARK: Asking and telling

    private static func path(_ setting: String, of name: String) -> String { "/proc/sys/net/ipv4/conf/\(name)/\(setting)" }

    private static func value(_ setting: String, of name: String) throws(Failure) -> String {
        let bytes = try PlanSource.readIfThere(path(setting, of: name), limit: 100) ?? []
        return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    private static func set(_ setting: String, of name: String, to value: Int) throws(Failure) {
        let path = path(setting, of: name)
        try explaining("write", path) { () throws(SystemError) in
            let file = try FileDescriptor(opening: path, O_WRONLY)
            try file.writeAll(Array("\(value)\n".utf8))
        }
    }

    private static func lines(_ words: [String]) throws(Failure) -> [String] {
        let run = try Program.run(["ip", "-o"] + words, limit: 10)
        if !run.isFine { throw Failure(run.sentence, details: run.lines) }
        return run.output.split(separator: "\n").map(String.init)
    }

    private static func run(_ words: [String]) throws(Failure) {
        let run = try Program.run(["ip"] + words, limit: 10)
        if !run.isFine { throw Failure(run.sentence, details: run.lines) }
    }
}
