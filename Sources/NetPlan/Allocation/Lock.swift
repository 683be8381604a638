/// The decisions that a plan left open, saved beside it, and the blocks that were freed.
public struct Lock: Sendable, Hashable {
    /// Whose decision an entry is.
    public enum Subject: Sendable, Hashable, Comparable {
        /// A node, a device, or `<node>/<lan>` for a node's other LAN.
        case address(String)
        case overlay(String)
        /// `<service>/<node>`.
        case service(String)
        /// `<macvlan>/<node>`.
        case slice(String)
    }

    public var site: HostName

    public init(site: HostName) { self.site = site }
}
