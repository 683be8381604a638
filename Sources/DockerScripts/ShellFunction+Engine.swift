internal import Shell

extension ShellFunction {
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
