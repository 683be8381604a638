internal import CLibYAML
public import NetPlan

/// Reads YAML 1.1 text into a `Document`, event by event, with libyaml.
///
///     var problems = Diagnostics()
///     let document = YAMLReader.read(bytes, file: "netplan-swarm.yaml", reporting: &problems)
///
/// Every scalar is text. Nil where the text is no YAML, is nested deeper than 64, or grows too much by its aliases: one
/// `syntax` error then says where. Duplicate keys and unsafe texts are reported, and refused in the document.
public enum YAMLReader {
    public static func read(_ bytes: [UInt8], file: String, reporting problems: inout Diagnostics) -> Document? {
        var bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if let fault = Encoding.fault(in: bytes) {
            problems.report(.syntax, at: .mark(file: file, fault.mark), fault.message, help: fault.help)
            return nil
        }
        if let abridgement = Abridgement(of: bytes), let document = read(abridgement, file: file, reporting: &problems) { return document }
        return read(whole: bytes, file: file, reporting: &problems)
    }

    /// Reads all of the text with libyaml, which is what any text means.
    static func read(whole bytes: [UInt8], file: String, reporting problems: inout Diagnostics) -> Document? {
        var events = EventReader(DocumentBuilder(file: file, source: bytes), file: file, budget: bytes.count + 10_000)
        let isWhole = bytes.withUnsafeBufferPointer { events.read($0, reporting: &problems) }
        return isWhole ? events.builder.document : nil
    }

    /// Reads the lines that repeat one form without libyaml. Nil, and nothing reported, where there is a fault or any doubt.
    static func read(_ abridgement: Abridgement, file: String, reporting problems: inout Diagnostics) -> Document? {
        let builder = DocumentBuilder(file: file, source: abridgement.source)
        var events = EventReader(builder, file: file, budget: abridgement.source.count + 10_000, abridgement: abridgement)
        var found = problems
        let isWhole = abridgement.bytes.withUnsafeBufferPointer { events.read($0, reporting: &found) }
        guard isWhole, events.isComplete else { return nil }
        problems = found
        return events.builder.document
    }
}
