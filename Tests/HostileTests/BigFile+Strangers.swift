@testable import Apply

/// What comes from a chat, a router, another program, or a colleague's disk.
extension BigFile {
    private static func text(
        _ name: String, _ command: String, _ start: String, _ piece: String, _ end: String, _ status: Int32, _ words: String
    ) -> BigFile {
        BigFile(name: name, file: "pasted", content: { fill(start, piece, end, to: $0) }, status: status, words: words, command: command)
    }

    private static func text(
        _ name: String, _ command: String, _ start: String, _ piece: String, _ status: Int32, _ words: String
    ) -> BigFile {
        text(name, command, start, piece, "", status, words)
    }

    private static func numbered(
        _ name: String, _ command: String, _ start: String, _ end: String, _ status: Int32, _ words: String,
        _ piece: @escaping @Sendable (Int) -> String
    ) -> BigFile {
        let content: @Sendable (Int) -> [UInt8] = { size in
            var bytes = Array(start.utf8)
            var index = 0
            while bytes.count < size { bytes += piece(index).utf8; index += 1 }
            return bytes + end.utf8
        }
        return BigFile(name: name, file: "pasted", content: content, status: status, words: words, command: command)
    }

    private static let nothing = "there is nothing to judge in 'pasted'"
    private static let subnet = "subnet 10.0.0.0 netmask 255.0.0.0 {"

    /// Each kind that `lint` knows.
    static let pasted: [BigFile] = [
        text("pasted commands", "lint pasted", "", "docker network create --subnet 10.0.0.0/8 a\n", 0, "no problem found"),
        text(
            "pasted commands in one line", "lint pasted", "docker network create a", " && docker network create --subnet 10.0.0.0/8 a",
            "\n",
            0, "no problem found"),
        text("a pasted command of options", "lint pasted", "docker network create", " --subnet=10.0.0.0/8", " a\n", 0, "1 network:"),
        text("a pasted command of line ends", "lint pasted", "docker network create ", "\\\n", " a\n", 0, "1 network:"),
        text(
            "a pasted quote", "lint pasted", "docker network create a '", "x", 3,
            "pasted:1:25: error: the quote that opens here is never closed"),
        text("pasted $(", "lint pasted", "docker network create a ", "$(", 0, "1 network:"),
        text("pasted fences", "lint pasted", "", "```sh\n", 0, nothing),
        text(
            "pasted compose files", "lint pasted", "", "```yaml\nnetworks: {a: {ipam: {config: [{subnet: 10.0.0.0/8}]}}}\n```\n", 0,
            "no problem found"),
        text("a compose file of [", "lint pasted", "networks: ", "[", 0, nothing),
        text("an inspection of [", "lint pasted", "", "[", 0, nothing),
        text("an inspection of {", "lint pasted", "[", "{\"Name\":", 0, nothing),
        text("a dhcpd.conf of {", "lint pasted", "", "\(subnet)\n", 3, "pasted:2:8: error: the DHCP subnet"),
        text("a dhcpd.conf of }", "lint pasted", subnet, "}", 3, "error: nothing is open that this closes"),
        text("a dhcpd.conf of one comment", "lint pasted", "\(subnet)}\n#", "x", 0, "1 DHCP declaration: no problem found"),
        text("pasted NULs", "lint pasted", "", "\0", 3, "pasted:1:1: error: the file holds a NUL byte"),
        numbered("pasted commands with one subnet", "lint pasted", "", "", 3, "pasted:2:32: error: bridge n1") {
            "docker network create --subnet 10.9.0.0/24 n\($0)\n"
        },
        numbered("networks of a compose file with one subnet", "lint pasted", "networks:\n", "", 3, "pasted:3:33: error: bridge n1") {
            "  n\($0): {ipam: {config: [{subnet: 10.9.0.0/24}]}}\n"
        },
        numbered("inspected networks with one subnet", "lint pasted", "[{}", "]", 3, "pasted:1:195: error: overlay n1") {
            ", {\"Name\": \"n\($0)\", \"Driver\": \"overlay\", \"Scope\": \"swarm\", \"IPAM\": {\"Config\": [{\"Subnet\": \"10.9.0.0/24\"}]}}"
        },
        numbered("hosts of a dhcpd.conf with one address", "lint pasted", "\(subnet)}\n", "", 3, "pasted:3:29: error: host h1") {
            "host h\($0) { hardware ethernet 02:00:00:00:00:01; fixed-address 10.0.0.5; }\n"
        },
    ]

    private static func export(
        _ name: String, _ start: String, _ piece: String, _ end: String, _ status: Int32, _ words: String
    ) -> BigFile {
        var file = text("an export of \(name)", "check-router pasted", start, piece, end, status, words)
        file.plan = head + "lans: {home: {subnet: 10.9.0.0/16, gateway: 10.9.0.1}}\n"
        return file
    }

    private static func export(_ name: String, _ start: String, _ piece: String, _ status: Int32, _ words: String) -> BigFile {
        export(name, start, piece, "", status, words)
    }

    private static let reserved = "10.9.0.5 is reserved for 02:00:00:00:00:01, and the plan does not know it"

    /// Each family of formats that `check-router` knows.
    static let exports: [BigFile] = [
        export("elements", "<nmaprun>", "<a>", 1, "elements stand more than 64 deep"),
        export("attributes", "<nmaprun ", "a=\"x\" ", "/>", 1, "a tag has more than 1000 attributes"),
        export("one name", "<", "a", "/>", 1, "'pasted' can't be checked"),
        export(
            "entities", "<!DOCTYPE nmaprun [<!ENTITY a \"", "&b;", "\">]><nmaprun>&a;</nmaprun>", 1, "its document type declares something"),
        export(
            "hosts that were seen", "<nmaprun>",
            "<host><status state=\"up\"/><address addr=\"10.9.0.5\" addrtype=\"ipv4\"/><address addr=\"02:00:00:00:00:01\" addrtype=\"mac\"/></host>",
            "</nmaprun>", 0, "10.9.0.5 has 02:00:00:00:00:01"),
        export(
            "OPNsense", "<opnsense><dhcpd><lan><enable/>", "<staticmap><mac>02:00:00:00:00:01</mac><ipaddr>10.9.0.5</ipaddr></staticmap>",
            "</lan></dhcpd></opnsense>", 0, reserved),
        export("[", "", "[", 1, "it begins like JSON and is none"), export("{", "", "{\"Dhcp4\":", 1, "it begins like JSON and is none"),
        export("a comment", "{\"Dhcp4\": {}}", "/*", 1, "it begins like JSON and is none"),
        export(
            "Kea", "{\"Dhcp4\": {\"subnet4\": [{\"id\": 1, \"subnet\": \"10.9.0.0/16\", \"reservations\": [{}",
            ",{\"hw-address\": \"02:00:00:00:00:01\", \"ip-address\": \"10.9.0.5\"}", "]}]}}", 0, reserved),
        export("RouterOS", "", "/ip dhcp-server lease add address=10.9.0.5 mac-address=02:00:00:00:00:01\n", 0, reserved),
        export("RouterOS in one line", "/ip dhcp-server lease add address=10.9.0.5", " comment=\"x\"", 0, "10.9.0.5 is reserved"),
        export("RouterOS and line ends", "/ip dhcp-server lease\nadd address=10.9.0.5 \\\n", "\\\n", 0, "10.9.0.5 is reserved"),
        export("dhcpd", "", "subnet 10.9.0.0 netmask 255.255.0.0 {\n", 0, "nothing to tick off"),
        export("dnsmasq", "", "dhcp-host=02:00:00:00:00:01,10.9.0.5\n", 0, reserved),
        export("OpenWrt", "", "config host\n\toption mac '02:00:00:00:00:01'\n\toption ip '10.9.0.5'\n", 0, reserved),
        export(
            "VyOS", "", "set service dhcp-server shared-network-name l subnet 10.9.0.0/16 static-mapping a ip-address 10.9.0.5\n", 0,
            "10.9.0.5 is reserved"),
        export("VyOS's {", "", "service {\n", 1, "speaks of no LAN"),
        export("neighbours", "", "10.9.0.5 dev eth0 lladdr 02:00:00:00:00:01 REACHABLE\n", 0, "10.9.0.5 has 02:00:00:00:00:01"),
        export("NULs", "", "\0", 1, "it is in no format that is known here"),
    ]

    /// Its last line is a digest, so whoever makes it to hurt has put that there.
    private static func saved(_ name: String, _ start: String, _ piece: String, _ status: Int32, _ words: String) -> BigFile {
        let content: @Sendable (Int) -> [UInt8] = { size in
            let body = fill("netplan-swarm diff 1\n" + start, piece, "", to: size)
            return body + "end \(Digest.sha256(body))\n".utf8
        }
        return BigFile(
            name: "a saved diff of \(name)", file: "saved", content: content, status: status, words: words, command: "apply --saved saved")
    }

    /// A whole head, for a host that has nothing yet.
    private static let savedHead: String = {
        var head = Ledger.Entry("head")
        for (name, value) in [("site", "home"), ("node", "ds1"), ("root", "/nowhere")] { head.add(name, value) }
        head.add("record", Record().ledger.bytes)
        head.add("known", Digest.sha256(Record().ledger.bytes))
        let bytes = Ledger("diff", [head]).bytes
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.dropFirst().dropLast(2).joined(separator: "\n") + "\n"
    }()

    private static let noneSaved = "'saved' is no saved diff, or not all of one"

    static let saved: [BigFile] = [
        saved("junk", "", "x", 1, noneSaved), saved("NULs", "", "\0", 1, noneSaved), saved("entries", "", "a 0\n", 1, noneSaved),
        saved("fields", "head 9223372036854775807\n", "a 0\n\n", 1, noneSaved),
        saved("one field", "head 1\nsite 9223372036854775807\n", "x", 1, noneSaved),
        saved("unknown changes", savedHead, "burn 0\n", 1, "a change of a kind that is not known here"),
        saved("moved roots", savedHead, "moved 2\nname 1\na\nold 1\nb\n", 1, "there is no folder '/nowhere'"),
        saved("files that were seen", savedHead, "seen 1\npath 2\n/a\n", 1, "there is no folder '/nowhere'"),
    ]

    /// A program of somebody else gives this for an answer.
    private static func answer(
        _ name: String, _ start: String, _ piece: String, _ end: String, _ status: Int32, _ words: String
    ) -> BigFile {
        BigFile(
            name: "an answer of \(name)", file: "answer", content: { fill(start, piece, end, to: $0) }, status: status, words: words,
            command: "generate", plan: head + "outputs: {names: {}}\n",
            before: """
                mkdir bin; printf '#!/bin/sh\\ncat answer\\n' >bin/netplan-swarm-emit-names; chmod +x bin/netplan-swarm-emit-names
                PATH=$PWD/bin:$PATH
                """)
    }

    private static func answer(_ name: String, _ start: String, _ piece: String, _ status: Int32, _ words: String) -> BigFile {
        answer(name, start, piece, "", status, words)
    }

    private static let file = "{\"path\": \"names/a\", \"content\": \"x\"}"
    private static let finding = "{\"severity\": \"error\", \"message\": \"x\"}"

    static let answers: [BigFile] = [
        answer("[", "{\"artifacts\": [", "[", 1, "it is not JSON, or not an answer"),
        answer("{", "", "{\"artifacts\":", 1, "it is not JSON, or not an answer"),
        answer("NULs", "{\"artifacts\": [", "\0", 1, "it is not JSON, or not an answer"),
        answer("one file, again and again", "{\"artifacts\": [\(file)", ",\(file)", "], \"diagnostics\": []}", 1, "it has 'names/a' twice"),
        answer(
            "a long file", "{\"artifacts\": [{\"path\": \"names/a\", \"content\": \"", "x", "\"}], \"diagnostics\": []}", 0, "1 file, 1 new"
        ),
        answer(
            "a long path", "{\"artifacts\": [{\"path\": \"names/", "a/", "b\", \"content\": \"\"}], \"diagnostics\": []}", 1,
            "it wants to write 'names/a/a/"),
        answer(
            "one finding, again and again", "{\"artifacts\": [], \"diagnostics\": [\(finding)", ",\(finding)", "]}", 3,
            "error: x [target-limit]"),
        answer("one key", "{", "\"a\": 1,", "\"artifacts\": [], \"diagnostics\": []}", 0, "0 files"),
    ]
}
