internal import NetPlan
internal import YAML

/// Reads what is JSON: Kea's configuration, and `ip -json neigh`.
enum JSONExportReader {
    static func read(_ text: (bytes: [UInt8], includes: [Int]), file: String) throws(ExportFault) -> RouterExport {
        var problems = Diagnostics()
        guard let document = YAMLReader.read(text.bytes, file: file, reporting: &problems) else {
            let line = problems.located().first.flatMap { $0.location }.map { Int($0.mark.line) }
            throw ExportFault("it begins like JSON and is none", line: line)
        }
        let root = JSONValue(document)
        if root.isList, root.list.contains(where: { $0["lladdr"] != nil || $0["dst"] != nil }) { return NeighbourReader.read(root.list) }
        guard let server = KeaReader.server(in: root) else {
            throw ExportFault("it is JSON, and neither Kea's configuration of DHCPv4 nor what 'ip -json neigh' prints")
        }
        return KeaReader.read(server, includes: text.includes)
    }
}
