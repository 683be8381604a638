internal import Apply

/// The builtin checks, by the name that an artifact has for each.
enum JudgeList {
    static let all: [String: any Judge] = [
        "docker-daemon": DockerDaemonJudge(),
        "hosts": HostsJudge(),
        "traefik": TraefikJudge(),
        "traefik-static": TraefikStaticJudge(),
    ]
}
