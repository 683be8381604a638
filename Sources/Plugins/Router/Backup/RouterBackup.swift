internal import NetPlan
internal import XML

/// A router's own configuration, as its admin saved it, with our entries merged into it.
///
///     var backup = try RouterBackup(bytes)
///     try backup.merge(sheet, as: .pfsense)
///     backup.bytes      // the rest of it as it was
///
/// It holds passwords and keys: nothing of it is ever part of a message.
public struct RouterBackup {
    var document: XMLDocument
    /// What each level of it is indented by.
    let unit: String

    /// Why it can't be done: a sentence without a full stop.
    public struct Refusal: Error, Sendable, Hashable {
        public let sentence: String

        init(_ sentence: String) { self.sentence = sentence }
    }

    /// The formats that a backup can take: those of whole configurations in XML.
    public static let formats: [ReservationSheet.Format] = [.opnsense, .opnsenseKea, .opnsenseUnbound, .pfsense]

    /// Reads what may be anybody's XML. Fails where it is none, or goes too far.
    public init(_ bytes: [UInt8]) throws(Refusal) {
        do { document = try XMLReader.read(bytes) } catch { throw Refusal("it is no XML that is read here: \(error)") }
        unit = document.root.indentation ?? "  "
    }

    /// The whole file.
    public var bytes: [UInt8] { XMLWriter.bytes(of: document) }

    /// Puts a LAN's entries in: those of an earlier run are replaced, known by their descriptions, and everybody else's stay.
    ///
    /// Fails where the file is another router's, where the router has no interface in the LAN, and where an entry of its own
    /// contradicts the plan: that is its admin's to solve.
    public mutating func merge(_ sheet: ReservationSheet, as format: ReservationSheet.Format) throws(Refusal) {
        if let obstacle = sheet.obstacle(to: format) { throw Refusal(obstacle) }
        let root = format == .pfsense ? "pfsense" : "opnsense"
        guard document.root.name == root else {
            throw Refusal("it is no configuration of \(format.target?.name ?? root): its root is not <\(root)>")
        }
        switch format {
        case .opnsense: try mergeDnsmasq(sheet)
        case .opnsenseKea: try mergeKea(sheet)
        case .opnsenseUnbound: mergeUnbound(sheet)
        case .pfsense: try mergePfSense(sheet)
        default: throw Refusal("'\(format.rawValue)' is merged into nothing")
        }
    }

    /// What the router calls its interface in the LAN: `lan`, `opt1`.
    func interface(in lan: LAN) throws(Refusal) -> String {
        let interface = document.root.child("interfaces")?.children.first { interface in
            guard let address = interface.child("ipaddr").flatMap({ IPv4Address($0.text) }) else { return false }
            return lan.subnet.contains(address) && interface.child("subnet")?.text == String(lan.subnet.length)
        }
        guard let interface else {
            throw Refusal("none of the router's interfaces has an address in \(lan.subnet), the subnet of '\(lan.name)'")
        }
        return interface.name
    }
}
