internal import NetPlan

/// The lines of a `.env` under construction.
struct Variables {
    /// Two things of the plan whose names are one in a variable.
    struct Collision {
        let variable: String
        let place: Place
        let other: Place
    }

    let allocation: Allocation
    private(set) var text = TextBuffer()
    private(set) var collisions: [Collision] = []
    /// Where each name came from.
    private var known: [String: Place] = [:]

    var plan: Plan { allocation.plan }

    init(of allocation: Allocation) {
        self.allocation = allocation
        text.reserve(96 * allocation.addresses.count)
        known.reserveCapacity(3 * allocation.addresses.count)
        text.append(line: "# Written by netplan-swarm for the site \(allocation.plan.site): change its plan, not this file.")
    }

    /// A variable by its kind, whose it is and what it says: `NODE`, `ds1`, `ADDRESS`.
    mutating func add(_ kind: String, _ owner: String, _ attribute: String, _ value: some CustomStringConvertible, at place: Place) {
        add("\(kind)_\(Self.upperCase(owner))_\(attribute)", value, at: place)
    }

    /// The same for several values: `…_NAME`, `…_NAME_2`, `…_NAME_3`.
    mutating func add(_ kind: String, _ owner: String, _ attribute: String, all values: [some CustomStringConvertible], at place: Place) {
        for (index, value) in values.enumerated() {
            add(kind, owner, index == 0 ? attribute : "\(attribute)_\(index + 1)", value, at: place)
        }
    }

    mutating func add(_ variable: String, _ value: some CustomStringConvertible, at place: Place) {
        if let other = known.updateValue(place, forKey: variable) {
            // All variables of the two collide: that is one fault.
            if collisions.last?.place != place { collisions.append(Collision(variable: variable, place: place, other: other)) }
            return
        }
        text.append(variable)
        text.append(ascii: "=")
        text.append(line: value.description)
    }

    /// A line for whoever opens the file, above what follows.
    mutating func heading(_ words: String) {
        text.newline()
        text.append(line: "# \(words)")
    }

    /// A name as it can stand in a variable: what is neither letter nor digit is `_`.
    private static func upperCase(_ name: String) -> String {
        let bytes = name.utf8.map { byte -> UInt8 in
            switch byte {
            case 0x61...0x7A: byte - 0x20
            case 0x30...0x39, 0x41...0x5A: byte
            default: 0x5F
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
