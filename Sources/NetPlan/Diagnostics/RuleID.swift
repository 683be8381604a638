/// The name of a rule, as it stands in brackets behind a finding and in the plan's `ignore`.
public enum RuleID: String, Sendable, Hashable, Codable, CaseIterable {
    // The document
    case syntax
    case unsupportedVersion = "unsupported-version"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case duplicateKey = "duplicate-key"
    case wrongType = "wrong-type"
    case unknownName = "unknown-name"
    // Values
    case invalidAddress = "invalid-address"
    case invalidPrefix = "invalid-prefix"
    case invalidRange = "invalid-range"
    case invalidMAC = "invalid-mac"
    case invalidPort = "invalid-port"
    case invalidName = "invalid-name"
    case invalidDuration = "invalid-duration"
    case invalidURL = "invalid-url"
    case invalidNumber = "invalid-number"
    case invalidChoice = "invalid-choice"
    case hostBitsSet = "host-bits-set"
    case unsafeText = "unsafe-text"
    case reservedName = "reserved-name"
    // Addresses
    case addressOutsideLAN = "address-outside-lan"
    case addressUnusable = "address-unusable"
    case duplicateAddress = "duplicate-address"
    case duplicateMAC = "duplicate-mac"
    case duplicateName = "duplicate-name"
    case addressInDHCPRange = "address-in-dhcp-range"
    case addressReserved = "address-reserved"
    case rangeOverlap = "range-overlap"
    case specialAddressSpace = "special-address-space"
    case publicAddressSpace = "public-address-space"
    case dnsServerUnknown = "dns-server-unknown"
    // Subnets
    case subnetOverlap = "subnet-overlap"
    case dockerPoolOverlap = "docker-pool-overlap"
    case swarmPoolOverlap = "swarm-pool-overlap"
    case overlayTooLarge = "overlay-too-large"
    case overlayTooSmall = "overlay-too-small"
    case poolExhausted = "pool-exhausted"
    case mtuMismatch = "mtu-mismatch"
    // Macvlan slices
    case sliceOutsideLAN = "slice-outside-lan"
    case sliceOverlap = "slice-overlap"
    case sliceHoldsAddress = "slice-holds-address"
    case sliceInDHCPRange = "slice-in-dhcp-range"
    case sliceTooSmall = "slice-too-small"
    case serviceAddressUnpinned = "service-address-unpinned"
    case serviceUnplaced = "service-unplaced"
    case serviceOutsideSlice = "service-outside-slice"
    case macvlanSubnetMode = "macvlan-subnet-mode"
    case macvlanParentShared = "macvlan-parent-shared"
    case macvlanGatewayMissing = "macvlan-gateway-missing"
    case macvlanHostIsolated = "macvlan-host-isolated"
    case engineBroken = "engine-broken"
    // The swarm and its services
    case noManager = "no-manager"
    case managerCount = "manager-count"
    case nodesApart = "nodes-apart"
    case routerIDConflict = "router-id-conflict"
    case vipNoBackup = "vip-no-backup"
    case middlewareUnknown = "middleware-unknown"
    case mdnsDomain = "mdns-domain"
    case allowlistBehindIngress = "allowlist-behind-ingress"
    // DHCP
    case groupGatewayUnreachable = "group-gateway-unreachable"
    case classMatchesNone = "class-matches-none"
    case hostWithoutMAC = "host-without-mac"
    case hostInTwoGroups = "host-in-two-groups"
    case routerFormatLimit = "router-format-limit"
    case serverWithoutLAN = "server-without-lan"
    // DNS, and what a target can't be told
    case cnameConflict = "cname-conflict"
    case targetLimit = "target-limit"
    // The lock, and waivers
    case lockInvalid = "lock-invalid"
    case lockDisplaced = "lock-displaced"
    case ignoreUnused = "ignore-unused"
    case ignoreError = "ignore-error"

    /// How bad it is where the rule does not say otherwise.
    public var severity: Diagnostic.Severity {
        switch self {
        case .addressInDHCPRange, .publicAddressSpace, .dnsServerUnknown, .dockerPoolOverlap, .swarmPoolOverlap, .overlayTooLarge,
            .mtuMismatch,
            .sliceInDHCPRange, .macvlanSubnetMode, .macvlanHostIsolated, .managerCount, .nodesApart, .vipNoBackup, .mdnsDomain,
            .allowlistBehindIngress, .classMatchesNone, .routerFormatLimit, .targetLimit, .ignoreUnused:
            .warning
        default: .error
        }
    }

    /// Whether the faulty part of the document is absent for every other rule, which may be silent for that alone.
    var leavesOut: Bool {
        switch self {
        case .unknownKey, .missingKey, .duplicateKey, .wrongType, .unknownName, .invalidAddress, .invalidPrefix, .invalidRange, .invalidMAC,
            .invalidPort, .invalidName, .invalidDuration, .invalidURL, .invalidNumber, .invalidChoice, .hostBitsSet, .unsafeText,
            .reservedName:
            true
        default: false
        }
    }
}
