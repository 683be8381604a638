internal import NetPlan
internal import XML

/// Reads pfSense's config.xml, or its section of the DHCP server.
enum PfSenseReader {
    static func read(_ root: XMLElement) -> RouterExport {
        var draft = ExportDraft()
        let interfaces = RouterInterfaces(of: root)
        interfaces.add(to: &draft)
        // An empty <enable> is a yes there.
        _ = ISCSection.add(root, interfaces, to: &draft) { $0.child("enable") != nil || !interfaces.isWhole }
        draft.configuration.keepsReservations = false
        return draft.export(.pfsense)
    }
}
