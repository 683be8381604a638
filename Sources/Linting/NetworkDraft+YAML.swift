internal import NetPlan

extension NetworkDraft {
    /// A network of a compose file: what stands below its key.
    init(compose settings: Document, key: Document, in block: YAMLBlock) {
        self.init(at: block.mark(key))
        name = block.word(settings["name"]) ?? block.word(key)
        driver = block.word(settings["driver"])
        isInternal = settings["internal"]?.isTrue ?? false
        takeOptions(settings["driver_opts"], in: block)
        for entry in (settings["ipam"]?["config"]).map({ Array($0.elements) }) ?? [] {
            subnets += block.word(entry["subnet"]).map { [$0] } ?? []
            gateways += block.word(entry["gateway"]).map { [$0] } ?? []
            ranges += block.word(entry["ip_range"]).map { [$0] } ?? []
            auxiliary += (entry["aux_addresses"]?.entries).map { $0.compactMap { block.word($0.value) } } ?? []
        }
    }

    /// A network as `docker network inspect` prints it.
    init(inspected network: Document, in block: YAMLBlock) {
        self.init(at: block.mark(network))
        name = block.word(network["Name"])
        driver = block.word(network["Driver"])
        isInternal = network["Internal"]?.isTrue ?? false
        isConfigOnly = network["ConfigOnly"]?.isTrue ?? false
        configFrom = block.word(network["ConfigFrom"]?["Network"])
        takeOptions(network["Options"], in: block)
        for entry in (network["IPAM"]?["Config"]).map({ Array($0.elements) }) ?? [] {
            subnets += block.word(entry["Subnet"]).map { [$0] } ?? []
            gateways += block.word(entry["Gateway"]).map { [$0.withoutLength] } ?? []
            ranges += block.word(entry["IPRange"]).map { [$0] } ?? []
            auxiliary += (entry["AuxiliaryAddresses"]?.entries).map { $0.compactMap { block.word($0.value) } } ?? []
        }
    }

    private mutating func takeOptions(_ options: Document?, in block: YAMLBlock) {
        parent = block.word(options?["parent"])
        isRouted = options?["ipvlan_mode"]?.text.hasPrefix("l3") ?? false
    }
}

extension Word {
    /// Some engines print a gateway with the length of its subnet.
    fileprivate var withoutLength: Word { Word(text.prefix { $0 != UInt8(ascii: "/") }, at: mark) }
}
