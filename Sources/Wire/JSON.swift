/// The JSON forms of what the program shows, writes and reads: its keys are a contract, listed in docs.
///
/// Every form is UTF-8 with an indent of two, keys in the order of the contract, and a newline at the end.
public enum JSON {
    /// The version of every form that is written here.
    public static let schemaVersion = 1

    /// A whole document: `schemaVersion`, and what `body` adds.
    static func document(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { json in
            json.field("schemaVersion", schemaVersion)
            body(&json)
        }
        return writer.finish()
    }
}
