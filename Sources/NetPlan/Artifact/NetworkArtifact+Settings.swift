extension NetworkArtifact.MacvlanConfig {
    /// What of it Docker hands out, in the words of `docker network create`.
    ///
    ///     config.settings     // "--subnet=192.168.0.0/24 --gateway=192.168.0.1 --ip-range=192.168.0.252/30"
    ///
    /// A config-only network bears them as a label: from 29 on Docker itself shows nothing of them (measured, 29.7.2).
    public var settings: String {
        var settings = "--subnet=\(subnet)"
        if let gateway { settings += " --gateway=\(gateway)" }
        if let range { settings += " --ip-range=\(range)" }
        for held in reserved { settings += " --aux-address=\(held.name)=\(held.address)" }
        return settings
    }
}
