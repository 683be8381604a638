extension Explanation {
    /// The document as a whole.
    static let document: [Explanation] = [
        Explanation(
            .syntax, "the file is no YAML, or not one that can be read safely",
            meaning: """
                The file can't be read as YAML: a bracket is left open, a line is indented wrongly, or it is not UTF-8 text at all. Nothing
                else can be said before that is mended. More than one document, tags, and aliases that blow up are refused too. 'lint' says
                so of a script or a dhcpd.conf that its own program refuses, and of what it does not read.
                """,
            elsewhere: """
                For one such file Traefik 3.7 refuses its whole folder: at start nothing loads, and while it runs no later change of any
                other file gets in. Only its log says so.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24
                devices:
                  printer: {address: 192.168.0.50}
                """,
            mend: ["192.168.0.0/24": "192.168.0.0/24}"]),
        Explanation(
            .unsupportedVersion, "the plan is of a version that this program does not know",
            meaning: """
                'version' says in which form the plan is written, so that a later program can read an old plan as it was meant. This
                program knows version 1.
                """,
            elsewhere: "Nothing else reads the plan.",
            bad: """
                version: 2
                site: home
                """,
            mend: ["version: 2": "version: 1"]),
        Explanation(
            .unknownKey, "a key that this place of the plan does not have",
            meaning: """
                A key is misspelled, or stands at the wrong place. What it says would have no effect, and nobody would notice, so it is an
                error.
                """,
            elsewhere: """
                Traefik 3.7 takes no notice of an unknown key at the top of a file, as 'htpp:'. The registry (2.8.2) does the same: with
                'adr:' it listens on a random port of all addresses.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {adress: 192.168.0.50, address: auto}
                """,
            mend: ["adress: 192.168.0.50, address: auto": "address: 192.168.0.50"]),
        Explanation(
            .missingKey, "a key is missing that this place of the plan must have",
            meaning: """
                The plan leaves something out that has no default. Where the program could decide by itself, 'auto' says so: an address
                that is simply forgotten is not the same.
                """,
            elsewhere: """
                Docker 20.10 fills such a gap in silence: a macvlan without a gateway takes the first address of its range for one, and its
                default route leads nowhere.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {mac: "00:11:22:33:44:55"}
                """,
            mend: ["{mac:": "{address: auto, mac:"]),
        Explanation(
            .duplicateKey, "the same key twice in one map",
            meaning: """
                One key has two values, and it is not known which of them is meant. Mostly a block was copied and its name kept.
                """,
            elsewhere: """
                Docker 20.10 takes two --aux-address of one name, and the last one wins. Traefik 3.7 refuses its whole folder for a
                duplicate key.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: 192.168.0.50}
                  printer: {address: 192.168.0.51}
                """,
            mend: ["printer: {address: 192.168.0.51}": "scanner: {address: 192.168.0.51}"]),
        Explanation(
            .wrongType, "a text where a list is meant, or the like",
            meaning: """
                A list, a map or a text stands where another of them is meant. Booleans are true and false alone: 'yes' and 'on' are texts
                here, as in YAML 1.2.
                """,
            elsewhere: "Traefik 3.7 takes the text 'web' for a list of one entry point, and reads the name 010 as the number 8.",
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: 192.168.0.50, aliases: ipp}
                """,
            mend: ["aliases: ipp": "aliases: [ipp]"]),
        Explanation(
            .unknownName, "a name that the plan declares nowhere",
            meaning: """
                Something is referred to by a name that nothing has: a node, LAN, macvlan, service, rule or emitter. It is misspelled, or
                its entry was renamed or taken out. 'lint' notes so a value that is filled in elsewhere, as $SUBNET.
                """,
            elsewhere: """
                Docker 20.10 makes a swarm network from a configuration that exists on no node, and its tasks are rejected later. Kea 2.2
                takes a pool for a client class that nobody defined.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: 192.168.0.50, lan: hoem}
                """,
            mend: ["hoem": "home"]),
    ]
}
