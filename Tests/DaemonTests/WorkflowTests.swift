import Foundation
import Testing

/// The workflow in examples/ci, as far as it can be judged without GitHub: its schema, and its shell lines.
@Suite struct WorkflowTests {
    private static let workflow = SchemaJudge.root.appending(path: "examples/ci/github-workflow.yml")

    @Test(.enabled(if: Program.isWanted("check-jsonschema"), "check-jsonschema is not installed: script/test fetches it"))
    func `GitHub's schema takes the workflow, and refuses a broken one`() throws {
        let text = try String(contentsOf: Self.workflow, encoding: .utf8)
        let outcome = try Self.judge(text)
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(try Self.judge(text.replacing("runs-on:", with: "runs_on:")).status != 0)
    }

    private static func judge(_ text: String) throws -> Program.Outcome {
        let folder = try Scratch()
        try folder.write(text, to: "network.yml")
        return try Program.run("check-jsonschema", ["--builtin-schema", "vendor.github-workflows", folder.path("network.yml")])
    }

    @Test(.enabled(if: Program.isWanted("shellcheck"), "shellcheck is not installed"))
    func `shellcheck finds nothing in its steps`() throws {
        let scripts = Self.scripts(in: try String(contentsOf: Self.workflow, encoding: .utf8))
        #expect(scripts.count == 4 && scripts.contains { $0.contains("\n") })
        for script in scripts {
            // GitHub runs a step so: bash -e {0}.
            let folder = try Scratch()
            try folder.write("#!/bin/bash\nset -e\n\(script)\n", to: "step")
            let outcome = try Program.run("shellcheck", [folder.path("step")])
            #expect(outcome.status == 0, "\(script)\n\(outcome.output)")
        }
    }

    /// What stands behind each `run:`, in its line or indented below it.
    private static func scripts(in text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.compactMap { index in
            guard let start = lines[index].firstRange(of: "run: ") else { return nil }
            let script = lines[index][start.upperBound...]
            if script != "|" { return String(script) }
            let depth = lines[index].prefix { $0 == " " }.count
            return lines[(index + 1)...].prefix { $0.prefix { $0 == " " }.count > depth }.joined(separator: "\n")
        }
    }
}
