extension NetworkArtifact.MacvlanConfig {
    /// What of it Docker hands out, as options of `docker network create` with their values.
    ///
    ///     config.addressing     // [("subnet", "192.168.0.0/24"), ("gateway", "192.168.0.1"), ("ip-range", "192.168.0.252/30")]
    public var addressing: [(option: String, value: String)] {
        var addressing = [("subnet", "\(subnet)")]
        if let gateway { addressing.append(("gateway", "\(gateway)")) }
        if let range { addressing.append(("ip-range", "\(range)")) }
        return addressing + reserved.map { ("aux-address", "\($0.name)=\($0.address)") }
    }

    /// The same in one line: `--subnet=192.168.0.0/24 --gateway=192.168.0.1 --ip-range=192.168.0.252/30`.
    ///
    /// A config-only network bears it as a label: from 29 on Docker itself shows nothing of it (measured, 29.7.2).
    public var settings: String { addressing.map { "--\($0.option)=\($0.value)" }.joined(separator: " ") }
}
