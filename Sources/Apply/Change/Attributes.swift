/// What a file has besides its bytes: kept when it is replaced, and given back with it.
///
/// An ACL is an extended attribute (acl(5)).
public struct Attributes: Sendable, Hashable {
    /// The permission bits.
    public var mode: UInt16
    /// Nil for whoever runs the program.
    public var owner: Owner?
    /// In the order of their names.
    public var extended: [Extended] = []

    /// The numbers of a user and a group.
    public struct Owner: Sendable, Hashable {
        public var user: UInt32
        public var group: UInt32
    }

    /// An extended attribute (xattr(7)).
    public struct Extended: Sendable, Hashable {
        public var name: String
        public var value: [UInt8]
    }

    /// The attribute that an ACL is.
    static let nameOfACL = "system.posix_acl_access"

    var hasACL: Bool { extended.contains { $0.name == Self.nameOfACL } }

    init(mode: UInt16, owner: Owner? = nil, extended: [Extended] = []) {
        self.mode = mode
        self.owner = owner
        self.extended = extended
    }
}
