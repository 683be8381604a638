/// What `--allow` lets happen: exactly that, by its number or name.
public enum Allowance: Sendable, Hashable, CustomStringConvertible {
    /// So many things go.
    case delete(Int)
    /// That root moves.
    case root(String)
    /// That Docker network is taken away and made again.
    case recreate(String)

    /// Reads `delete:3`, `root:lans.home.gateway` or `recreate:pihole-config`; nil for anything else.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = String(text[text.index(after: colon)...])
        switch text[..<colon] {
        case "delete":
            guard let count = Int(rest), count > 0 else { return nil }
            self = .delete(count)
        case "root" where !rest.isEmpty: self = .root(rest)
        case "recreate" where !rest.isEmpty: self = .recreate(rest)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .delete(let count): "delete:\(count)"
        case .root(let name): "root:\(name)"
        case .recreate(let name): "recreate:\(name)"
        }
    }
}
