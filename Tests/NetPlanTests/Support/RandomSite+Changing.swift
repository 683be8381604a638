import NetPlan

extension RandomSite {
    /// The next generation: a few things come, go, come back, or change places.
    mutating func change(after lock: Lock) {
        self.lock = lock
        for _ in 0..<random.within(1...6) {
            switch random.below(14) {
            case 0: addNode()
            case 1: addDevice()
            case 2: addMacvlan()
            case 3, 4: addOverlay()
            case 5: addService()
            case 6: if nodes.count > 8 { removeNode(random.within(3...(nodes.count - 1))) }
            case 7: if !overlays.isEmpty { graveyard.overlays.append(overlays.remove(at: random.below(overlays.count))) }
            case 8: if macvlans.count > 1 { removeMacvlan(random.below(macvlans.count)) }
            case 9: comeBack()
            case 10: if !services.isEmpty { services.remove(at: random.below(services.count)) }
            case 11: addToMacvlan()
            case 12: if !devices.isEmpty { devices.remove(at: random.below(devices.count)) }
            default: reorder()
            }
        }
    }

    private mutating func removeNode(_ index: Int) {
        let node = nodes.remove(at: index)
        for macvlan in macvlans.indices {
            macvlans[macvlan].nodes.removeAll { $0 == node.name }
            macvlans[macvlan].fixed[node.name] = nil
        }
        macvlans.removeAll(where: \.nodes.isEmpty)
        for service in services.indices { services[service].addresses.removeAll { $0.node == node.name } }
        services.removeAll { service in !macvlans.contains { $0.name == service.macvlan } }
        // What it declared may be somebody else's when it returns.
        if node.address == nil, node.also ?? nil == nil { graveyard.nodes.append(node) }
    }

    private mutating func removeMacvlan(_ index: Int) {
        let macvlan = macvlans.remove(at: index)
        services.removeAll { $0.macvlan == macvlan.name }
    }

    private mutating func comeBack() {
        if let node = graveyard.nodes.popLast() { nodes.insert(node, at: random.within(3...nodes.count)) }
        if let index = graveyard.overlays.firstIndex(where: { $0.subnet == nil }) {
            overlays.insert(graveyard.overlays.remove(at: index), at: random.within(0...overlays.count))
        }
    }

    private mutating func addToMacvlan() {
        guard !macvlans.isEmpty else { return }
        let index = random.below(macvlans.count)
        guard macvlans[index].nodes.count < lans[macvlans[index].lan].subnet.count / 64 else { return }
        let free = unused(in: macvlans[index].lan)
        if let node = free.randomElement(using: &random) {
            macvlans[index].nodes.insert(node, at: random.within(0...macvlans[index].nodes.count))
        }
    }

    private mutating func reorder() {
        nodes.shuffle(using: &random)
        devices.shuffle(using: &random)
        macvlans.shuffle(using: &random)
        overlays.shuffle(using: &random)
        services.shuffle(using: &random)
        for index in macvlans.indices { macvlans[index].nodes.shuffle(using: &random) }
        devicesFirst.toggle()
        // The first three are kept when nodes go: managers.
        nodes.sort { $0.isManager && !$1.isManager }
    }
}
