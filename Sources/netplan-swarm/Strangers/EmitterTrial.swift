internal import Apply
internal import NetPlan
internal import Wire

/// What an emitter of somebody else must keep, tried one after the other.
struct EmitterTrial {
    private let name: String
    private let program: Program
    private let path: SearchPath
    /// Writes a line for whoever waits.
    private let tell: (String) throws -> Void
    private var count = 0
    private(set) var failures = 0

    init(_ name: String, _ program: Program, on path: SearchPath, telling tell: @escaping (String) throws -> Void) {
        self.name = name
        self.program = program
        self.path = path
        self.tell = tell
    }

    /// Stops after the first answer that does not come in time: each of the others would take as long.
    mutating func run() throws {
        for site in TrialSite.allCases {
            let planned = planned(site)
            do {
                let answer = try answer(to: planned)
                try check("answers for \(site.noun): \(Self.summary(answer))", nil)
            } catch let failure as Failure {
                try check("answers for \(site.noun)", failure.sentence)
                if failure == tooLate { return try tell("the other checks were left out: each would take as long") }
            }
        }
        let full = planned(.full)
        let first = try? answer(to: full)
        let elsewhere = ["LC_ALL": "C", "TZ": "Pacific/Kiritimati", "HOME": "/", "PYTHONHASHSEED": "42"]
        try compare(
            "answers the same again, in another language and time zone", first, Result { try answer(to: full, with: elsewhere) })
        try compare("does not mind keys that it does not know", first, Result { try answer(to: full, isStrange: true) })
        try checkSettings()
        try checkVersion(full)
    }

    /// A line for a check: what was tried, and where it failed why.
    mutating func check(_ sentence: String, _ fault: String?) throws {
        count += 1
        if fault != nil { failures += 1 }
        try tell(fault.map { "FAILED  \(sentence): \($0)" } ?? "ok      \(sentence)")
    }

    /// The last line.
    func conclude() throws { try tell("\(Spelling.count(count, "check")), \(failures == 0 ? "none" : "\(failures)") failed") }

    // MARK: The checks

    private mutating func compare(_ sentence: String, _ first: EmitterAnswer?, _ second: Result<EmitterAnswer, any Error>) throws {
        guard let first else { return try check(sentence, "there is no first answer to compare it with") }
        do {
            let second = try second.get()
            let paths = zip(first.files, second.files).first { $0 != $1 }.map { "'\($0.0.path)' differs" }
            let fault = first == second ? nil : paths ?? "the files or the diagnostics are others"
            try check(sentence, fault)
        } catch let failure as Failure {
            try check(sentence, failure.sentence)
        }
    }

    /// A key that it does not know would else be a setting that the user believes in.
    private mutating func checkSettings() throws {
        let sentence = "reports a setting that it does not know"
        do {
            let answer = try answer(to: planned(.smallest, settings: "{x-no-such-setting: 1}"))
            let isReported = answer.findings.contains { $0.severity == .error }
            try check(sentence, isReported ? nil : "'x-no-such-setting' gave no diagnostic of severity error")
        } catch let failure as Failure {
            try check(sentence, failure.sentence)
        }
    }

    /// What it would make of a form that it can't know would be a guess.
    private mutating func checkVersion(_ site: PlannedSite) throws {
        let sentence = "refuses a version that it does not know"
        guard let emitter = site.external.first, let allocation = site.allocation else { return }
        let version = JSON.emitterVersion + 1
        let ending = try program.run(
            input: JSON.emitterRequest(name, settings: emitter.settings, allocation: allocation, version: version))
        switch ending.cause {
        case .exited(0):
            let answer = try? emitter.answer(of: ending, in: allocation.plan)
            let isRefused = answer?.findings.contains { $0.severity == .error } ?? false
            try check(sentence, isRefused ? nil : "version \(version) is answered as if it were known")
        case .exited: try check(sentence, nil)
        case .signalled, .late, .talkative: try check(sentence, "it neither ended by itself nor answered with an error")
        }
    }

    // MARK: Asking

    private func planned(_ site: TrialSite, settings: String = "{}") -> PlannedSite {
        PlannedSite(unsaved: site.plan(for: name, settings: settings), as: "trial.yaml", on: path)
    }

    private func answer(to site: PlannedSite, with variables: [String: String] = [:], isStrange: Bool = false) throws -> EmitterAnswer {
        guard let emitter = site.external.first, let allocation = site.allocation else {
            throw Failure("the site of this check can't be planned")
        }
        let request = JSON.emitterRequest(name, settings: emitter.settings, allocation: allocation, isStrange: isStrange)
        let ending = try program.run(input: request, with: variables)
        if ending.cause == .late { throw tooLate }
        return try emitter.answer(of: ending, in: allocation.plan)
    }

    private var tooLate: Failure { Failure("it had not ended after \(Program.Limits.usual.seconds) s, the most that an emitter may take") }

    private static func summary(_ answer: EmitterAnswer) -> String {
        let files = Spelling.count(answer.files.count, "file")
        return answer.findings.isEmpty ? files : "\(files), \(Spelling.count(answer.findings.count, "diagnostic"))"
    }
}
