import Testing

/// What `apply` promises of reboots, systemd and power cuts, on a computer that has all three.
@Suite(.serialized, .enabled(if: Machine.isWanted, "HOSTILE=long asks for it, and testbed/machine check says what it lacks"))
enum MachineTests {}
