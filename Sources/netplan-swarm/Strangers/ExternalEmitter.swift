internal import Apply
internal import NetPlan
internal import Wire

/// An emitter of somebody else: an executable `netplan-swarm-emit-<name>` on PATH, in any language.
///
/// It gets the allocation as JSON and answers with files and findings as JSON. It writes nothing, and so `--check` holds for it too.
/// docs/writing-an-emitter.md walks through one.
struct ExternalEmitter {
    /// What its programs are called, before the name.
    static let prefix = "netplan-swarm-emit-"

    let name: String
    let program: ExternalProgram
    let settings: Document
    /// Where its files are installed; nil where the plan does not say.
    let on: Placement.Hosts?
    var limits = ExternalProgram.Limits.usual

    /// The programs on PATH that some plan can name, in the order of the alphabet.
    static func all(on path: SearchPath) -> [(name: String, program: ExternalProgram)] {
        path.names(startingWith: prefix).compactMap { file in
            let name = String(file.dropFirst(prefix.count))
            return program(of: name, on: path).map { (name, $0) }
        }
    }

    /// Nil where none is there, and for what no emitter of others can be called: its name is that of its folder.
    static func program(of name: String, on path: SearchPath) -> ExternalProgram? {
        isPossible(name) ? path.find(prefix + name).map(ExternalProgram.init(path:)) : nil
    }

    /// Names of networks and services, but those that we write under.
    static func isPossible(_ name: String) -> Bool { Identifier(name) != nil && !EmitterList.folders.contains(name) }

    /// What should exist. What the program found is reported, and what it said on standard error is told.
    ///
    /// Fails where the program is broken: it can't be started, takes too long, ends with a status other than 0, or its answer is none.
    func files(for allocation: Allocation, telling tell: (String) -> Void, reporting problems: inout Diagnostics) throws(Failure)
        -> [FileArtifact]
    {
        let ending = try program.run(input: request(for: allocation), within: limits)
        tell(Self.lines(of: ending.messages).map { "\(name): \($0)\n" }.joined())
        do {
            let answer = try answer(of: ending, in: allocation.plan)
            for finding in answer.findings {
                problems.report(
                    finding.rule, finding.severity, at: finding.place, finding.message, help: finding.help, related: finding.related)
            }
            return answer.files.map(placed)
        } catch {
            throw Failure("the emitter '\(name)' is broken, and nothing was written: \(error.reason) ('\(program.path)')")
        }
    }

    /// Where a file is installed. One that is for a node is for that node, unless the plan names others.
    private func placed(_ file: FileArtifact) -> FileArtifact {
        var file = file
        file.on = on ?? (file.node == nil ? nil : .all)
        return file
    }

    /// What it is asked. Another version, and keys that nobody knows, are to see whether it minds.
    func request(for allocation: Allocation, version: Int = JSON.emitterVersion, isStrange: Bool = false) -> [UInt8] {
        JSON.emitterRequest(name, settings: settings, allocation: allocation, version: version, isStrange: isStrange)
    }

    /// Why a program is no emitter, in half a sentence.
    struct Fault: Error {
        let reason: String
    }

    /// The answer of a program that has ended.
    func answer(of ending: ExternalProgram.Ending, in plan: Plan) throws(Fault) -> EmitterAnswer {
        guard ending.cause == .exited(0) else { throw Fault(reason: sentence(ending.cause)) }
        do { return try JSON.emitterAnswer(reading: ending.output, of: name, in: plan) } catch {
            throw Fault(reason: "its answer can't be used: \(error.reason)")
        }
    }

    private func sentence(_ cause: ExternalProgram.Ending.Cause) -> String {
        switch cause {
        case .exited(let status): "it ended with exit status \(status), and what is wrong with a plan is told with status 0"
        case .signalled(let number): "it was ended by signal \(number)"
        case .late: "it had not ended after \(limits.seconds) s, the most that an emitter may take"
        case .talkative: "it answered with more than \(limits.output >> 20) MB, the most that is read"
        }
    }

    /// What a program said on standard error, the first lines of it, with nothing that could steer a terminal.
    static func lines(of messages: [UInt8]) -> [String] {
        messages.split(separator: UInt8(ascii: "\n")).prefix(20).map { line in
            let text = String(decoding: line.prefix(500), as: UTF8.self).unicodeScalars
            return String(String.UnicodeScalarView(text.map { $0.isSteering ? "?" : $0 }))
        }
    }
}

extension Unicode.Scalar {
    /// Whether it moves a cursor or turns what follows it around.
    fileprivate var isSteering: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
