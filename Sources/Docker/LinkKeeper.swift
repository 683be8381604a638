/// What sets a node's interfaces up when it starts.
public enum LinkKeeper: Sendable, Hashable {
    /// ifupdown, by /etc/network/interfaces.
    case ifupdown
    /// systemd-networkd, by a file of that name in one of its folders.
    case networkd(file: String)
}
