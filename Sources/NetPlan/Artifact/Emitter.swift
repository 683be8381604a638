/// Turns an allocation into what should exist. Pure: the same allocation gives the same bytes, and nothing is touched.
///
/// A plugin is a folder with one or more emitters. The smallest is `HostsEmitter`; docs/writing-an-emitter.md walks through it.
public protocol Emitter: Sendable {
    /// What it is called in the plan's `outputs`, on the command line and in messages: "hosts".
    static var name: String { get }

    /// Half a line for `netplan-swarm emitters`, without a full stop.
    static var summary: String { get }

    /// Who reads what it writes, in a word or two for the same table: "ISC dhcpd". Its name, where it does not say.
    static var reader: String { get }

    /// What judges it before it is put in place, for the same table: "dhcpd -t". Nil where nothing does, and where it does not say.
    static var judge: String? { get }

    /// The keys of its part of the plan's `outputs`: `on` and `path`, where it does not say.
    static var keys: [String] { get }

    /// Reads the emitter's part of the plan's `outputs`. What is wrong with it is reported; the rest is used.
    init(_ settings: Document, reporting problems: inout Diagnostics)

    /// What should exist. What can't be expressed is reported.
    func artifacts(for allocation: Allocation, reporting problems: inout Diagnostics) -> [Artifact]
}

extension Emitter {
    /// What every emitter reads.
    public static var keys: [String] { Placement.keys }

    /// What most are called after.
    public static var reader: String { name }

    /// Nothing.
    public static var judge: String? { nil }
}
