/// The names of one section of the plan, each with what it stands for. A name whose thing was refused is known, and stands for nothing.
///
///     table.add("ds1", Reference(0), at: key)
///     table["ds1"]      // .some(Reference(0)); .some(nil) where it was refused; nil where nobody bears it
///
/// They are only listed until the first is looked up: in most plans nobody names a device again, and to hash 100,000 of them costs
/// more than to read them.
struct NameTable<Target> {
    /// In the order of the plan.
    private(set) var names: [String] = []
    private var references: [Reference<Target>?] = []
    /// The items of the document that the names were read from.
    private var keys: [Int] = []
    /// Where each stands in the lists, once somebody has asked.
    private var index: [String: Int]?
    /// Whether a key was written in capitals: the only way in which a name that is new to the document can be known already.
    private var hasCapitals = false

    mutating func reserve(_ count: Int) {
        names.reserveCapacity(count)
        references.reserveCapacity(count)
        keys.reserveCapacity(count)
    }

    /// Adds a name that is not in it.
    mutating func add(_ name: String, _ reference: Reference<Target>?, at key: Document) {
        index?[name] = names.count
        hasCapitals = hasCapitals || key.hasCapitals
        names.append(name)
        references.append(reference)
        keys.append(key.index)
    }

    subscript(_ name: String) -> Reference<Target>?? {
        mutating get { position(of: name).map { references[$0] } }
    }

    /// The item of the key that gave the name first, where another key gives it again.
    mutating func item(of name: String, before key: Document) -> Int? {
        guard hasCapitals || key.hasCapitals else { return nil }
        return position(of: name).map { keys[$0] }
    }

    private mutating func position(of name: String) -> Int? {
        if index == nil { index = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first }) }
        return index?[name]
    }
}

extension Document {
    /// Whether its text has ASCII capitals, which a name is read without.
    fileprivate var hasCapitals: Bool {
        withBytes { bytes in bytes.indices.contains { bytes[$0] &- 0x41 < 26 } }
    }
}
