/// Where subnets are cut from: ours for open overlays, and Docker's own.
public struct Pools: Sendable, Hashable, Codable {
    /// Blocks of one size that Docker hands out from a base.
    public struct Pool: Sendable, Hashable, Codable {
        public var base: Prefix<IPv4Address>
        public var size: Int

        public init(base: Prefix<IPv4Address>, size: Int) {
            self.base = base
            self.size = size
        }
    }

    public var overlay: [Listed<Prefix<IPv4Address>>] = [Listed(Pools.prefix(10, 201, 0, 0, 16), at: 0)]
    /// Nil where the plan leaves Docker its own list.
    public var docker: [Listed<Pool>]?
    public var swarm = Pool(base: Pools.prefix(10, 0, 0, 0, 8), size: 24)
    public var ingress = Pools.prefix(10, 0, 0, 0, 24)
    /// Nil where it lies somewhere inside `docker`.
    public var docker0: Prefix<IPv4Address>? = Pools.prefix(172, 17, 0, 0, 16)
    /// docker_gwbridge; likewise.
    public var gwbridge: Prefix<IPv4Address>? = Pools.prefix(172, 18, 0, 0, 16)

    public init() {}

    static func prefix(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ length: Int) -> Prefix<IPv4Address> {
        Prefix(around: IPv4Address(bits: a << 24 | b << 16 | c << 8 | d), length: length)
    }

    /// The names of the networks that Docker makes by itself.
    static let networkNames: Set = ["bridge", "host", "none", "ingress", "docker_gwbridge"]

    /// What Docker takes local networks from where nothing else is set: moby's default address pools, 20.10 to 29.
    public static let dockerDefaults: [Pool] =
        (17...31).map { Pool(base: prefix(172, $0, 0, 0, 16), size: 16) } + [Pool(base: prefix(192, 168, 0, 0, 16), size: 20)]
}
