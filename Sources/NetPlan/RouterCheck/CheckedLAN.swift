/// A LAN of the plan, as a file has it.
public struct CheckedLAN: Sendable, Hashable {
    public let lan: Reference<LAN>
    /// Where the file begins to speak of it; nil where it does not.
    public var line: Int?
    public var isFound = false
    /// In the order of the sheet: what must not be leased, then what is reserved.
    public var items: [CheckedItem] = []
    /// Worth knowing, and nothing that is open.
    public var remarks: [RouterExport.Remark] = []

    init(_ lan: Reference<LAN>) { self.lan = lan }

    /// More than a page of them nobody reads: the rest is a number.
    mutating func shortenRemarks(to limit: Int = 24) {
        let rest = remarks.count - limit
        if rest > 0 { remarks = remarks.prefix(limit) + [RouterExport.Remark("and \(rest) more of this kind", line: nil)] }
    }

    /// What is to be done.
    public var open: [CheckedItem] { items.filter { !$0.isDone } }
}
