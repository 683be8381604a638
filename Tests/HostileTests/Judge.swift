import Foundation

/// judge.py, which reads files back by the programs that they are for.
enum Judge {
    struct Case: Encodable {
        let text: String
        let marker: String
        /// By path.
        let hostile: [String: String]
        let plain: [String: String]
    }

    private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// Python from the folder of tools that script/test makes, or this machine's own.
    private static let python: String? = {
        let own = here.appending(path: "../../.build/tools/bin/python").standardized.path
        return [own, "python3", "/usr/bin/python3"].first { candidate in
            guard let scratch = try? Scratch() else { return false }
            return (try? ProgramRun.shell("exec \(candidate) -c 'import yaml'", in: scratch))?.status == 0
        }
    }()

    static let isWanted = ProgramRun.isWanted("dash", "dhcpd", "cmark-gfm") && (python != nil || ProgramRun.isWanted("no such program"))

    struct Failed: Error {
        let output: String
    }

    /// What is wrong with each case; nil where the text was read back.
    static func verdicts(on cases: [Case]) throws -> [String?] {
        if cases.isEmpty { return [] }
        let folder = try Scratch()
        try folder.write(JSONEncoder().encode(cases), to: "cases")
        let script = here.appending(path: "judge.py").path
        let run = try ProgramRun.shell("exec \(python ?? "python3") '\(script)' <cases >verdicts", in: folder, patience: 300)
        guard run.status == 0, let verdicts = folder.read("verdicts") else { throw Failed(output: run.text) }
        return try JSONDecoder().decode([String?].self, from: Data(verdicts))
    }
}
