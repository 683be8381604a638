extension Explanation {
    /// The lock, and what a site chooses to live with.
    static let lock: [Explanation] = [
        Explanation(
            .lockInvalid, "the lock can't be read, or contradicts itself",
            meaning: """
                The lock keeps what was decided once. A merge of two branches can leave its marks in it, or give one address to two: each
                branch decided by itself. Remove the one that nobody uses yet.
                """,
            elsewhere: """
                Nothing else reads the lock. git 2.39 merges two branches that gave one block to two without a conflict, where their
                lines are not neighbours.
                """,
            bad: """
                version: 1
                site: home
                lans:
                  home: {subnet: 192.168.0.0/24}
                devices:
                  printer: {address: auto}
                  scanner: {address: auto}
                """,
            lock: """
                lock 1 home
                address printer 192.168.0.1
                address scanner 192.168.0.1
                """,
            mend: ["\naddress scanner 192.168.0.1": ""]),
        Explanation(
            .lockDisplaced, "a decision of the lock that no longer fits the plan",
            meaning: """
                Something was decided in an earlier run and is in use by now, and the plan has since changed so that it can't stay. The
                program never moves an address by itself: mend the plan, or let this one go by name.
                """,
            elsewhere: "Nothing else reads the lock: no other program knows what was decided before.",
            bad: """
                version: 1
                site: home
                lans:
                  home:
                    subnet: 192.168.0.0/24
                    dhcp: {ranges: [192.168.0.1-192.168.0.199]}
                devices:
                  printer: {address: auto}
                """,
            lock: """
                lock 1 home
                address printer 192.168.0.1
                """,
            mend: ["192.168.0.1-": "192.168.0.2-"]),
        Explanation(
            .ignoreUnused, "an 'ignore' that hides nothing",
            meaning: """
                The plan says that this site lives with a warning, and there is none. Its cause is gone, or the path is not where it is
                found. An entry that stays would hide the next one.
                """,
            elsewhere: "Nothing else reads the plan's 'ignore'.",
            bad: """
                version: 1
                site: home
                ignore:
                  - {rule: manager-count, reason: a lab}
                lans:
                  home: {subnet: 192.168.0.0/24}
                """,
            mend: ["ignore:\n  - {rule: manager-count, reason: a lab}\n": ""]),
        Explanation(
            .ignoreError, "an 'ignore' for an error",
            meaning: """
                Warnings and notes are a matter of taste, and a site may live with them. An error is what can't work: nothing is written
                until the plan is mended.
                """,
            elsewhere: "Nothing else reads the plan's 'ignore', and so nothing else would stop what it hides.",
            bad: """
                version: 1
                site: home
                ignore:
                  - {rule: duplicate-address, reason: a lab}
                """,
            mend: ["ignore:\n  - {rule: duplicate-address, reason: a lab}\n": ""]),
    ]
}
