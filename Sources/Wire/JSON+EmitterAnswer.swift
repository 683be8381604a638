internal import FoundationEssentials
public import NetPlan

extension JSON {
    /// Reads what an external emitter wrote on its standard output.
    ///
    ///     {"artifacts": [{"path": "ethers/ethers", "content": "…"}], "diagnostics": []}
    ///
    /// Fails where it is no such answer, or names a file that is not the emitter's: `ethers` writes below `ethers/`, and nowhere else.
    /// What it has besides is not looked at.
    public static func emitterAnswer(reading bytes: [UInt8], of emitter: String, in plan: Plan) throws(WireError) -> EmitterAnswer {
        // The decoder takes UTF-16 and UTF-32 too.
        guard String(validating: bytes, as: UTF8.self) != nil else { throw WireError(reason: "it is not UTF-8") }
        let form: AnswerForm
        do { form = try JSONDecoder().decode(AnswerForm.self, from: Data(bytes)) } catch let error as DecodingError {
            throw WireError(reason: error.reason(of: "an answer").printable)
        } catch { throw WireError(reason: "it is not an answer of an emitter") }
        let nodes = Set(plan.nodes.map(\.name))
        var files: [FileArtifact] = []
        var seen = Set<String>()
        for artifact in form.artifacts {
            let file = try artifact.file(of: emitter)
            guard seen.insert(file.path).inserted else { throw WireError(reason: "it has '\(file.path)' twice") }
            if let node = file.node, !nodes.contains(node) {
                throw WireError(reason: "'\(file.path)' is for the node '\(node)', which the plan does not have")
            }
            files.append(file)
        }
        for file in files {
            if let outer = Self.folders(of: file.path).first(where: seen.contains) {
                throw WireError(reason: "it has a file '\(outer)', and '\(file.path)' below it")
            }
        }
        return EmitterAnswer(files: files, findings: try form.diagnostics.map { form throws(WireError) in try form.finding(of: emitter) })
    }

    /// `a` and `a/b` of `a/b/c`.
    private static func folders(of path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }
}

private struct AnswerForm: Decodable {
    let artifacts: [FileForm]
    let diagnostics: [FindingForm]
}

private struct FileForm: Decodable {
    let path: String
    let content: String
    let node: HostName?
    let mode: String?
    let installPath: String?
    let ownership: FileArtifact.Ownership?
    let check: [String]?
    let reload: [String]?

    func file(of emitter: String) throws(WireError) -> FileArtifact {
        guard Manifest.accepts(path: path), path.hasPrefix("\(emitter)/") else {
            throw WireError(
                reason:
                    "it wants to write '\(path.printable.prefix(200))', and each of its paths starts with '\(emitter)/' and stays below it")
        }
        var file = FileArtifact(
            path: path, emitter: emitter, node: node, content: Array(content.utf8), installPath: installPath, ownership: ownership ?? .file,
            check: check.map(FileArtifact.Check.command), reload: reload)
        if let mode {
            guard let bits = FileMode.parse(mode) else { throw WireError(reason: "'mode' of '\(path)' is not one as 0644") }
            file.mode = bits
        }
        if let key = file.unsoundKey { throw WireError(reason: "'\(key)' of '\(path)' is not what a file can have") }
        return file
    }
}

private struct FindingForm: Decodable {
    let severity: Diagnostic.Severity
    let message: String
    let at: String?
    let help: String?
    let rule: String?
    let related: [RelatedForm]?

    struct RelatedForm: Decodable {
        let message: String
        let at: String?
    }

    /// What it does not place is about its settings.
    func finding(of emitter: String) throws(WireError) -> Diagnostic {
        func place(_ text: String?) throws(WireError) -> Place {
            guard let text else { return .key(PlanPath("outputs", emitter)) }
            guard let path = PlanPath(parsing: text), !path.steps.isEmpty else {
                throw WireError(reason: "it points at '\(text.printable.prefix(200))', and a plan path is one as nodes.ds1.address")
            }
            return .value(path)
        }
        var others: [Related] = []
        for other in related ?? [] { others.append(Related(other.message.printable, at: try place(other.at))) }
        return Diagnostic(
            rule.flatMap(RuleID.init(rawValue:)) ?? .targetLimit, severity, at: try place(at), message.printable, help: help?.printable,
            related: others)
    }
}
