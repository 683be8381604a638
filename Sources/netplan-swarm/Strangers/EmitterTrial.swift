internal import Apply
internal import NetPlan
internal import Wire

/// What an emitter of somebody else must keep, tried one after the other.
struct EmitterTrial {
    private let name: String
    private let program: ExternalProgram
    private let path: SearchPath
    /// Writes a line for whoever waits.
    private let tell: (String) throws -> Void
    private var count = 0
    private(set) var failures = 0

    init(_ name: String, _ program: ExternalProgram, on path: SearchPath, telling tell: @escaping (String) throws -> Void) {
        self.name = name
        self.program = program
        self.path = path
        self.tell = tell
    }

    /// Stops after the first answer that does not come in time: each of the others would take as long.
    mutating func run() throws {
        for site in TrialSite.allCases {
            let planned = planned(site)
            switch ask(planned) {
            case .success(let answer): try check("answers for \(site.noun): \(Self.summary(answer))", nil)
            case .failure(let refusal):
                try check("answers for \(site.noun)", refusal)
                if refusal.isLate { return try tell("the other checks were left out: each might take as long") }
            }
        }
        let full = planned(.full)
        let first = try? ask(full).get()
        let elsewhere = ["LC_ALL": "C", "TZ": "Pacific/Kiritimati", "HOME": "/", "PYTHONHASHSEED": "42"]
        try compare(
            "answers the same again, in another language and time zone", first, ask(full, with: elsewhere))
        try compare("does not mind keys that it does not know", first, ask(full, isStrange: true))
        try checkSettings()
        try checkVersion(full)
    }

    /// A line for a check: what was tried, and where it failed why, with what the program said on standard error.
    mutating func check(_ sentence: String, _ refusal: Refusal?) throws {
        count += 1
        guard let refusal else { return try tell("ok      \(sentence)") }
        failures += 1
        try tell("FAILED  \(sentence): \(refusal.reason)")
        for line in refusal.messages { try tell("        | \(line)") }
    }

    /// Why a check failed.
    struct Refusal: Error {
        let reason: String
        var messages: [String] = []
        var isLate = false
    }

    /// The last line.
    func conclude() throws { try tell("\(Spelling.count(count, "check")), \(failures == 0 ? "none" : "\(failures)") failed") }

    // MARK: The checks

    private mutating func compare(_ sentence: String, _ first: EmitterAnswer?, _ second: Result<EmitterAnswer, Refusal>) throws {
        guard let first else { return try check(sentence, Refusal(reason: "there is no first answer to compare it with")) }
        switch second {
        case .failure(let refusal): try check(sentence, refusal)
        case .success(first): try check(sentence, nil)
        case .success(let second):
            let path = zip(first.files, second.files).first { $0 != $1 }?.0.path
            try check(sentence, Refusal(reason: path.map { "'\($0)' differs" } ?? "the files or the diagnostics are others"))
        }
    }

    /// A key that it does not know would else be a setting that the user believes in.
    private mutating func checkSettings() throws {
        let sentence = "reports a setting that it does not know"
        switch ask(planned(.smallest, settings: "{x-no-such-setting: 1}")) {
        case .failure(let refusal): try check(sentence, refusal)
        case .success(let answer):
            let isReported = answer.findings.contains { $0.severity == .error }
            try check(sentence, isReported ? nil : Refusal(reason: "'x-no-such-setting' gave no diagnostic of severity error"))
        }
    }

    /// What it would make of a form that it can't know would be a guess.
    private mutating func checkVersion(_ site: PlannedSite) throws {
        let sentence = "refuses a version that it does not know"
        guard let emitter = site.external.first, let allocation = site.allocation else { return }
        let version = JSON.emitterVersion + 1
        let ending = try program.run(input: emitter.request(for: allocation, version: version))
        switch ending.cause {
        case .exited(0):
            let answer = try? emitter.answer(of: ending, in: allocation.plan)
            let isRefused = answer?.findings.contains { $0.severity == .error } ?? false
            try check(sentence, isRefused ? nil : Refusal(reason: "version \(version) is answered as if it were known"))
        case .exited: try check(sentence, nil)
        case .signalled, .late, .talkative: try check(sentence, Refusal(reason: "it neither ended by itself nor answered with an error"))
        }
    }

    // MARK: Asking

    private func planned(_ site: TrialSite, settings: String = "{}") -> PlannedSite {
        PlannedSite(unsaved: site.plan(for: name, settings: settings), as: "trial.yaml", on: path)
    }

    private func ask(_ site: PlannedSite, with variables: [String: String] = [:], isStrange: Bool = false) -> Result<EmitterAnswer, Refusal>
    {
        guard let emitter = site.external.first, let allocation = site.allocation else {
            return .failure(Refusal(reason: "the site of this check can't be planned"))
        }
        do {
            let ending = try program.run(input: emitter.request(for: allocation, isStrange: isStrange), with: variables)
            do { return .success(try emitter.answer(of: ending, in: allocation.plan)) } catch {
                let messages = ExternalEmitter.lines(of: ending.messages)
                return .failure(Refusal(reason: error.reason, messages: messages, isLate: ending.cause == .late))
            }
        } catch {
            return .failure(Refusal(reason: error.sentence))
        }
    }

    private static func summary(_ answer: EmitterAnswer) -> String {
        let files = Spelling.count(answer.files.count, "file")
        return answer.findings.isEmpty ? files : "\(files), \(Spelling.count(answer.findings.count, "diagnostic"))"
    }
}
