/// One or more functions of the preamble of a script, with the comment above them.
///
/// They are plain text, and no value of the plan ever gets into them: those stand in the calls below.
struct ShellFunction: Sendable, Hashable {
    let text: String

    init(_ text: String) { self.text = text }
}

extension ShellFunction {
    /// Progress to stdout, what is wrong to stderr and counted.
    static let messages = Self(
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

    static let expectNode = Self(
        #"""
        # expect_node HOSTNAME: a slice belongs to one node, and on another one it hands out addresses twice.
        expect_node() {
            name=$(docker info --format '{{.Name}}') || name=
            [ -n "$name" ] || stop 'Docker does not answer here.'
            [ "$name" = "$1" ] || stop "This script is for the node $1, and this engine calls itself $name: run it on $1." \
                "    If they are one machine, write 'hostname: $name' for it in the plan."
        }
        """#)

    static let expectManager = Self(
        #"""
        # expect_manager: only a manager knows the swarm.
        expect_manager() {
            control=$(docker info --format '{{.Swarm.ControlAvailable}}') || stop 'Docker does not answer here.'
            [ "$control" = true ] || stop 'This engine is no manager of a swarm: run the script on one that is.'
        }
        """#)

    static let expectRoot = Self(
        #"""
        # expect_root: only root may add an interface.
        expect_root() {
            [ "$(id -u)" -eq 0 ] || stop 'This script makes a network interface (shim): run it as root.'
        }
        """#)

    static let refuseEngine = Self(
        #"""
        # refuse_engine: Docker 28.0.0 can't make a swarm network from a config-only one; 28.0.1 can again.
        refuse_engine() {
            version=$(docker version --format '{{.Server.Version}}') || stop 'Docker does not answer here.'
            case $version in
                28.0.0*) stop "Docker $version breaks macvlans over the swarm: upgrade this engine to 28.0.1 or later." ;;
            esac
        }
        """#)
}
