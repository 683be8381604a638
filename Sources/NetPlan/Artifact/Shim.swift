/// A node's own way into a slice: an interface of the node beside those of its containers, and a route.
///
///     Shim(artifact)?.name        // "nps-pihole"
///
/// It has no address of the LAN: the slice keeps all of its own for containers, and the node is heard under the one that it has.
public struct Shim: Sendable, Hashable, Codable {
    /// What all of their names begin with: an interface of such a name is ours.
    public static let mark = "nps-"

    /// The interface's own address, from the block that no machine takes by itself (RFC 3927, 2.1): it asks in this name, so that the LAN
    /// does not learn its MAC for the node's address.
    public static let asking = Prefix(around: IPv4Address(bits: 0xA9FE_0001), length: 32)

    /// At most 15 bytes, as the kernel wants it (IFNAMSIZ, netdevice(7)).
    public let name: String
    public let slice: Prefix<IPv4Address>
    public let parent: String
    /// The node's own address in the LAN.
    public let source: IPv4Address

    /// 02:70 and the node's address: a shim that is made again keeps it, as containers know their node by it.
    ///
    /// A container's own begins with 02:42 and ends in its address (measured, 20.10).
    public var mac: MACAddress { MACAddress(bits: 0x0270 << 32 | UInt64(source.bits)) }

    /// Nil for a network without one.
    public init?(_ network: NetworkArtifact) {
        switch network.driver {
        case .macvlan(let config), .config(let config):
            guard let shim = config.shim else { return nil }
            slice = shim.slice
            source = shim.source
            parent = config.parent
            name = Self.name(for: network.planName.description)
        case .swarmMacvlan, .overlay: return nil
        }
    }

    /// `nps-` and the macvlan's name; a name that does not fit keeps its start and gets five letters or digits made from the whole.
    ///
    ///     Shim.name(for: "pihole")                     // "nps-pihole"
    ///     Shim.name(for: "monitoring-agents")          // "nps-monit-i6vap"
    public static func name(for macvlan: String) -> String {
        let room = 15 - mark.utf8.count
        if macvlan.utf8.count <= room { return "\(mark)\(macvlan)" }
        return "\(mark)\(macvlan.prefix(room - 6))-\(letters(from: macvlan))"
    }

    /// FNV-1a (32 bit) in five letters and digits: stable over runs and machines, which Swift's own hash is not.
    private static func letters(from text: String) -> String {
        var hash: UInt32 = 0x811C_9DC5
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        return String((0..<5).map { alphabet[Int(hash >> (5 * $0) & 31)] })
    }
}
