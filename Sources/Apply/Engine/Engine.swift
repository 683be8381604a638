internal import FoundationEssentials
internal import Glibc

/// A Docker Engine, asked through its socket on this machine.
///
///     let engine = try Engine.here()
///     let state = try engine.look()
///
/// One connection a request, each with a limit of time and size: an engine that dies, hangs or talks nonsense ends in a sentence. The
/// API is Docker's own (docs.docker.com/reference/api/engine), in the oldest version that the engine still speaks and not before 1.41,
/// Docker 20.10's: so all releases up to 29 are asked alike.
public struct Engine: Sendable {
    /// Where its socket is.
    public let path: String
    /// Of the API: "1.41".
    let version: APIVersion
    let limits: Limits

    /// How long an answer may take, and how large it may be.
    struct Limits: Sendable {
        /// Docker looks 15 seconds for a driver that it does not have (measured, 20.10).
        var milliseconds = 60_000
        var bytes = 64 << 20
        /// How long something is waited for that Docker does by itself after its answer.
        var settling = 20_000
    }

    /// Asks at a socket which version is spoken there.
    public init(at path: String) throws(Failure) { try self.init(at: path, limits: Limits()) }

    init(at path: String, limits: Limits) throws(Failure) {
        self.path = path
        self.limits = limits
        do throws(EngineError) {
            let answer = try Self.ask(path, "GET", "/version", nil, limits)
            let form: VersionForm = try Self.decode(answer.body, "GET /version", path)
            guard let newest = APIVersion(form.newest), let oldest = APIVersion(form.oldest ?? "1.12") else {
                throw EngineError.failed(Self.garbage(path, "GET /version", "it names no version of Docker's API"))
            }
            guard newest >= .oldest else {
                throw EngineError.failed(Failure("Docker \(form.release) is too old: netplan-swarm speaks with 20.10 and later"))
            }
            version = max(oldest, .oldest)
        } catch { throw error.failure }
    }

    private struct VersionForm: Decodable {
        let release: String
        let newest: String
        let oldest: String?

        enum CodingKeys: String, CodingKey {
            case release = "Version"
            case newest = "ApiVersion"
            case oldest = "MinAPIVersion"
        }
    }

    // MARK: Asking

    /// Asks, and reads the answer. `target` starts behind the version.
    func ask<Form: Decodable>(
        _ method: String, _ target: String, _ body: (any Encodable)? = nil, in version: APIVersion? = nil
    ) throws(EngineError) -> Form {
        let answer = try send(method, target, body, in: version)
        return try Self.decode(answer.body, "\(method) \(target)", path)
    }

    /// Asks for something whose answer says nothing more.
    @discardableResult
    func send(
        _ method: String, _ target: String, _ body: (any Encodable)? = nil, in version: APIVersion? = nil
    ) throws(EngineError) -> HTTPReader.Answer {
        var bytes: [UInt8]?
        if let body {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            do { bytes = Array(try encoder.encode(body)) } catch { throw .failed(Failure("can't say '\(method) \(target)' in JSON")) }
        }
        return try Self.ask(path, method, "/v\(version ?? self.version)\(target)", bytes, limits)
    }

    private static func ask(
        _ path: String, _ method: String, _ target: String, _ body: [UInt8]?, _ limits: Limits
    ) throws(EngineError) -> HTTPReader.Answer {
        var head = "\(method) \(target) HTTP/1.1\r\nHost: docker\r\nUser-Agent: netplan-swarm\r\nConnection: close\r\n"
        if method == "POST" { head += "Content-Type: application/json\r\nContent-Length: \(body?.count ?? 0)\r\n" }
        let request = "\(method) \(target.drop { $0 != "/" })"
        var reader = HTTPReader(limit: limits.bytes)
        do {
            let socket = try EngineSocket(path, until: Deadline(milliseconds: limits.milliseconds))
            try socket.send(Array("\(head)\r\n".utf8) + (body ?? []))
            while reader.answer == nil {
                let bytes = try socket.receive()
                if bytes.isEmpty { try reader.end() } else { try reader.feed(bytes) }
            }
        } catch let fault as EngineSocket.Fault {
            throw .failed(sentence(fault, path, request, limits))
        } catch let fault as HTTPReader.Fault {
            throw .failed(sentence(fault, path, request, limits))
        } catch { throw .failed(Failure("can't ask Docker at '\(path)'")) }
        guard let answer = reader.answer else { throw .failed(sentence(.cut, path, request, limits)) }
        guard answer.status < 400 else {
            let words = try? JSONDecoder().decode(MessageForm.self, from: Data(answer.body)).message
            throw .refused(EngineRefusal(request: request, status: answer.status, words: words ?? ""))
        }
        return answer
    }

    private struct MessageForm: Decodable { let message: String }

    private static func decode<Form: Decodable>(_ bytes: [UInt8], _ request: String, _ path: String) throws(EngineError) -> Form {
        do { return try JSONDecoder().decode(Form.self, from: Data(bytes)) } catch {
            throw .failed(garbage(path, request, "not the JSON that Docker writes"))
        }
    }

    // MARK: What may go wrong

    private static func sentence(_ fault: EngineSocket.Fault, _ path: String, _ request: String, _ limits: Limits) -> Failure {
        switch fault {
        case .late:
            return Failure(
                "Docker did not answer '\(request)' within \(limits.milliseconds / 1000) s: look at its log, as with 'journalctl -u docker'"
            )
        case .longPath: return Failure("the path '\(path)' is too long for a socket: name another in DOCKER_HOST")
        case .system(let error):
            switch error.code {
            case ENOENT: return Failure("there is no socket of Docker at '\(path)': start Docker, or name its socket in DOCKER_HOST")
            case ECONNREFUSED: return Failure("nobody answers at Docker's socket '\(path)': start Docker, as with 'systemctl start docker'")
            case EACCES, EPERM: return Failure("can't use Docker's socket '\(path)': run it as root, or as a member of its group").denied
            case EPIPE, ECONNRESET: return sentence(.cut, path, request, limits)
            default: return error.failure("ask Docker at", path)
            }
        }
    }

    private static func sentence(_ fault: HTTPReader.Fault, _ path: String, _ request: String, _ limits: Limits) -> Failure {
        switch fault {
        case .cut: Failure("Docker hung up in the middle of '\(request)': look whether it still runs, then run again")
        case .tooLarge: Failure("what answers '\(request)' at '\(path)' does not end: more than \(limits.bytes) bytes")
        case .garbage(let what): garbage(path, request, what)
        }
    }

    private static func garbage(_ path: String, _ request: String, _ what: String) -> Failure {
        Failure("what answers '\(request)' at '\(path)' is not Docker: \(what)")
    }
}
