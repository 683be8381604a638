/// What hangs on a network, and breaks when that is taken away.
public struct Attached: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// What it is.
    public enum Kind: Int, Sendable, Hashable {
        case service, container, stoppedContainer
    }

    public let kind: Kind
    public let name: String
    /// By which network it is attached, where that takes its settings from the one in question; else nil.
    public let network: String?

    public init(_ kind: Kind, _ name: String, by network: String? = nil) {
        self.kind = kind
        self.name = name
        self.network = network
    }

    /// "container web", "stopped container web", "service web"
    public var description: String {
        switch kind {
        case .service: "service \(name)"
        case .container: "container \(name)"
        case .stoppedContainer: "stopped container \(name)"
        }
    }

    public static func < (a: Self, b: Self) -> Bool { (a.kind.rawValue, a.name) < (b.kind.rawValue, b.name) }
}
