public import NetPlan

/// The Docker networks over all nodes of the swarm, each with the subnet that was decided for it.
///
///     overlays: {proxy_traefik: {}}       // proxy_traefik: 10.201.0.0/24, gateway 10.201.0.1
public struct OverlayEmitter: Emitter {
    public static let name = "overlay"
    public static let summary = "Docker networks over all nodes of the swarm"
    public static let reader = "Docker"
    public static let judge: String? = "Docker itself, as it makes them"

    public init(_ settings: Document, reporting problems: inout Diagnostics) {
        // Networks are made by scripts and by `apply`, not installed: where to is read only to say what is wrong with it.
        _ = Placement(Fields(settings, of: "the overlay emitter", Self.keys, reporting: &problems), reporting: &problems)
    }

    public func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact] {
        let networks = allocation.overlays.map { entry in
            let overlay = allocation.plan[entry.overlay]
            let config = NetworkArtifact.OverlayConfig(
                subnet: entry.prefix, gateway: entry.gateway, underlayMTU: Self.underlayMTU(of: entry.mtu, encrypted: overlay.encrypted),
                attachable: overlay.attachable, encrypted: overlay.encrypted, isInternal: overlay.isInternal)
            return NetworkArtifact(name: overlay.name.description, planName: overlay.name, node: nil, driver: .overlay(config))
        }
        return networks.map(Artifact.network) + NodeLabels.declared(in: allocation.plan).map(Artifact.labels)
    }

    /// Docker's option for what a container is to see; nil where that is Docker's default.
    ///
    ///     underlayMTU(of: 1450, encrypted: false)     // nil: 1500 - 50, the VXLAN header (RFC 7348)
    ///     underlayMTU(of: 1400, encrypted: false)     // 1450
    ///     underlayMTU(of: 1424, encrypted: true)      // nil: 1500 - 76, with room for ESP, in steps of 4
    ///
    /// The option names the MTU below the overlay: 1400 there gives a container 1350 (measured, 20.10).
    static func underlayMTU(of mtu: Int, encrypted: Bool) -> Int? {
        let underlay = mtu + (encrypted ? 76 : 50)
        return underlay == 1500 ? nil : underlay
    }
}
