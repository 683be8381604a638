/// What people paste: Docker networks and DHCP declarations out of any texts, without a plan that says how they belong together.
///
/// It is judged by the rules of a plan where they can be known to hold. What depends on something that only a plan says, as which
/// node a command is for, is a warning.
public struct Pasted: Sendable {
    public var networks: [PastedNetwork] = []
    public var leases = PastedLeases()
    /// The networks of others that a stack's services are in.
    public var stackNetworks: [Placed<String>] = []

    public init() {}

    /// Reports all that is wrong.
    ///
    ///     var problems = Diagnostics()
    ///     pasted.judge(reporting: &problems)
    public func judge(reporting problems: inout Diagnostics) {
        // What a command made and 'inspect' then shows is one network, and its fault is one.
        let made = Set(networks.filter { $0.origin != .inspected }.map(\.identity))
        for network in networks where network.origin != .inspected || !made.contains(network.identity) {
            network.judge(reporting: &problems)
        }
        let distinct = distinctNetworks
        judgeOverlaps(distinct, reporting: &problems)
        judgeSlices(distinct, reporting: &problems)
        judgeParents(distinct, reporting: &problems)
        judgeConfigurations(distinct, reporting: &problems)
        judgeStacks(reporting: &problems)
        leases.judge(reporting: &problems)
    }

    /// Each network once. What one text makes twice is for two nodes; what another text repeats is the same thing again.
    private var distinctNetworks: [PastedNetwork] {
        var texts: [[String]: Int] = [:]
        return networks.filter { network in
            if network.isFragment { return false }
            if network.driver == .overlay || network.origin == .inspected {
                return texts.updateValue(network.text, forKey: network.identity) == nil
            }
            guard let first = texts[network.identity] else { texts[network.identity] = network.text; return true }
            return first == network.text
        }
    }
}
