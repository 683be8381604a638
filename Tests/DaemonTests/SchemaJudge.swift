import Foundation

/// Python's jsonschema, from the folder of tools that script/test makes, or this machine's own.
enum SchemaJudge {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    /// SARIF 2.1.0's own schema, as OASIS published it.
    static let sarif = root.appending(path: ".build/tools/share/sarif-schema-2.1.0.json")

    private static let python: Program? = {
        let own = root.appending(path: ".build/tools/bin/python").path
        let candidates = [FileManager.default.isExecutableFile(atPath: own) ? Program(path: own) : nil, Program.find("python3")]
        return candidates.compactMap(\.self).first { (try? $0.run(["-c", "import jsonschema, yaml"]))?.status == 0 }
    }()

    /// Whether a test that needs it is to run.
    static var isWanted: Bool { ProcessInfo.processInfo.environment["CI"] != nil || python != nil }

    /// Whether the test of SARIF is to run.
    static var isSARIFWanted: Bool {
        ProcessInfo.processInfo.environment["CI"] != nil || python != nil && FileManager.default.fileExists(atPath: sarif.path)
    }

    /// What is wrong with each text, YAML or JSON; nil for one that the schema accepts.
    static func verdicts(on texts: [String], by schema: URL) throws -> [String?] {
        guard let python else { throw Program.Missing(description: "no Python with jsonschema and yaml: script/test makes one") }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "judge.py").path
        let outcome = try python.run([script, schema.path], input: Array(JSONEncoder().encode(texts)))
        guard outcome.status == 0 else { throw Program.Missing(description: outcome.output) }
        return try JSONDecoder().decode([String?].self, from: Data(outcome.output.utf8))
    }
}
