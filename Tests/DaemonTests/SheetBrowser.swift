import Foundation

/// Chromium without a window, and axe-core's rules, that read the router's sheets as a person would.
enum SheetBrowser {
    /// How a page is looked at.
    struct Job: Encodable {
        let page: String
        var width = 1100
        var dark = false
        var axe = true
        /// JavaScript whose value comes back as the answer.
        var question = "null"
    }

    /// What was seen of a page.
    struct Sight: Decodable {
        /// From asking for the page until it was painted.
        let milliseconds: Int
        /// How wide the page is, and how wide it gets with everything unfolded.
        let width: Int, openWidth: Int
        /// How many folded parts don't come out on paper.
        let hiddenOnPaper: Int
        /// What axe-core finds wrong, or could not judge.
        let violations: [String]
        let answer: [String]?
        let requests: [String]
        let console: [String]
    }

    private static let program = ["chromium", "chromium-browser", "google-chrome"].lazy.compactMap(Program.find).first
    private static let axe = SchemaJudge.root.appending(path: ".build/tools/share/axe.min.js").path

    /// Whether a test that needs it is to run.
    static var isWanted: Bool {
        ProcessInfo.processInfo.environment["CI"] != nil
            || program != nil && FileManager.default.fileExists(atPath: axe) && Program.find("python3") != nil
    }

    static func look(_ jobs: [Job]) throws -> [Sight] {
        guard let program, let python = Program.find("python3") else {
            throw Program.Missing(description: "there is no chromium or no python3: script/test installs them")
        }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "browser.py").path
        let outcome = try python.run([script, program.path, axe], input: Array(JSONEncoder().encode(jobs)))
        guard outcome.status == 0 else { throw Program.Missing(description: outcome.output) }
        return try JSONDecoder().decode([Sight].self, from: Data(outcome.output.utf8))
    }
}
