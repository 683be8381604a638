/// One or more functions of the preamble of a script, with the comment above them.
///
/// They are plain text, and no value of the plan ever gets into them: those stand in the calls below.
public struct ShellFunction: Sendable, Hashable {
    /// Its lines, without the last line's end.
    public let text: String

    /// Takes a function as it is written.
    public init(_ text: String) { self.text = text }
}

extension ShellFunction {
    /// Progress to stdout, what is wrong to stderr and counted.
    public static let messages = Self(
        #"""
        faults=0
        say() { printf '%s\n' "$1"; }
        fault() {
            faults=$((faults + 1))
            printf '%s\n' "$@" >&2
        }
        stop() {
            fault "$@"
            exit 1
        }
        """#)

    public static let expectNode = Self(
        #"""
        # expect_node HOSTNAME: a slice belongs to one node, and on another one it hands out addresses twice.
        expect_node() {
            name=$(docker info --format '{{.Name}}') || name=
            [ -n "$name" ] || stop 'Docker does not answer here.'
            [ "$name" = "$1" ] || stop "This script is for the node $1, and this engine calls itself $name: run it on $1." \
                "    If they are one machine, write 'hostname: $name' for it in the plan."
        }
        """#)

    public static let expectManager = Self(
        #"""
        # expect_manager: only a manager knows the swarm.
        expect_manager() {
            control=$(docker info --format '{{.Swarm.ControlAvailable}}') || stop 'Docker does not answer here.'
            [ "$control" = true ] || stop 'This engine is no manager of a swarm: run the script on one that is.'
        }
        """#)

    public static let expectRoot = Self(
        #"""
        # expect_root: only root may add an interface.
        expect_root() {
            [ "$(id -u)" -eq 0 ] || stop 'This script makes a network interface (shim): run it as root.'
        }
        """#)
}
