import Glibc
import Testing

@testable import Apply
@testable import Docker

/// What a real engine can't be made to do: garbage, silence, answers that never end. The real ones are in SwarmTests.
@Suite struct EngineTests {
    private static let quick = Engine.Limits(milliseconds: 400, bytes: 1 << 16, settling: 400)

    /// What becomes of looking at such a socket.
    private static func failure(_ scripts: [FakeSocket.Script], limits: Engine.Limits = quick) throws -> String {
        let socket = try FakeSocket(scripts)
        defer { socket.close() }
        do {
            _ = try Engine(at: socket.path, limits: limits).look()
            return "it looked"
        } catch { return error.sentence.replacing(socket.path, with: "SOCKET") }
    }

    @Test(arguments: [
        "hello\n", "HTTP/1.1\r\n\r\n", "HTTP/3 200 OK\r\n\r\n", "HTTP/1.1 99 Low\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nnot JSON", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "\u{0}\u{0}\u{0}\n", "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 36\r\n\r\n{\"Version\":\"1\",\"ApiVersion\":\"latest\"}",
    ])
    func `Garbage is said to be no Docker`(answer: String) throws {
        #expect(try Self.failure([.says(answer)]).hasPrefix("what answers 'GET /version' at 'SOCKET' is not Docker: "), "\(answer)")
    }

    @Test(arguments: [
        "", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", "HTTP/1.1 100 Continue\r\n\r\n",
    ])
    func `An engine that dies half way is said to have hung up`(answer: String) throws {
        let words = "Docker hung up in the middle of 'GET /version': look whether it still runs, then run again"
        #expect(try Self.failure([.says(answer)]) == words)
        #expect(try Self.failure([.hangsUp]) == words)
    }

    @Test func `One that dies between two answers, too`() throws {
        let words = try Self.failure([FakeSocket.version(), .says("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"Name\":")])
        #expect(words == "Docker hung up in the middle of 'GET /v1.41/info': look whether it still runs, then run again")
    }

    @Test func `One that says nothing, or hardly anything, is not waited for`() throws {
        let words = "Docker did not answer 'GET /version' within 0 s: look at its log, as with 'journalctl -u docker'"
        #expect(try Self.failure([.stays]) == words)
        #expect(try Self.failure([.drips(FakeSocket.answer("{}"), milliseconds: 50)]) == words)
    }

    @Test func `One that never ends is cut short`() throws {
        let endless = "what answers 'GET /version' at 'SOCKET' does not end: more than 65536 bytes"
        #expect(try Self.failure([.says("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")]) == endless)
        #expect(try Self.failure([.babbles("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 4000))]) == endless)
        let chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n" + String(repeating: "x", count: 100_000)
        #expect(try Self.failure([.says(chunks)]) == endless)
        #expect(try Self.failure([.babbles(String(repeating: "x", count: 1000))]).contains("is not Docker: a line without an end"))
        #expect(
            try Self.failure([.babbles("HTTP/1.1 200 OK\r\na: b\r\n" + String(repeating: "h: v\r\n", count: 500))]).contains(
                "is not Docker"))
    }

    @Test func `An answer is read however it comes`() throws {
        let body = #"{"Version":"29.0.0","ApiVersion":"1.52","MinAPIVersion":"1.44"}"#
        let chunked = body.map { "1\r\n\($0)\r\n" }.joined() + "0\r\nTrailer: x\r\n\r\n"
        for answer in [
            FakeSocket.answer(body), "HTTP/1.0 200 OK\r\n\r\n\(body)", "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n\(chunked)",
            "HTTP/1.1 100 Continue\r\nx: y\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n\(body)and more",
        ] {
            for script in [FakeSocket.Script.says(answer), .drips(answer, milliseconds: 0)] {
                let socket = try FakeSocket([script])
                defer { socket.close() }
                #expect(try Engine(at: socket.path).version == APIVersion(1, 44), "\(answer)")
            }
        }
    }

    @Test func `The oldest version that both speak is spoken, and none before 20.10's`() throws {
        for (newest, oldest, spoken) in [("1.41", "1.12", "1.41"), ("1.52", "1.44", "1.44"), ("1.47", "1.24", "1.41")] {
            let socket = try FakeSocket([FakeSocket.version(newest, oldest: oldest)])
            defer { socket.close() }
            #expect(try Engine(at: socket.path).version.description == spoken)
        }
        #expect(try Self.failure([FakeSocket.version("1.40")]) == "Docker 20.10.24 is too old: netplan-swarm speaks with 20.10 and later")
    }

    @Test func `A refusal is told in Docker's words`() throws {
        let locked = #"{"message":"rpc error: code = Unknown desc = The swarm does not have a leader."}"#
        #expect(
            try Self.failure([FakeSocket.version(), .says(FakeSocket.answer("503 Service Unavailable", locked))])
                == "Docker refuses 'GET /v1.41/info': The swarm does not have a leader.")
        #expect(
            try Self.failure([FakeSocket.version(), .says(FakeSocket.answer("500 Oops", "<html>"))])
                == "Docker refuses 'GET /v1.41/info': no reason given (status 500)")
    }

    @Test func `A socket that is not there, that nobody listens at, or whose name is too long`() throws {
        func failure(_ path: String) -> String {
            do {
                _ = try Engine(at: path)
                return ""
            } catch { return error.sentence }
        }
        #expect(failure("/nowhere/docker.sock").hasPrefix("there is no socket of Docker at '/nowhere/docker.sock': start Docker"))
        #expect(failure("/" + String(repeating: "x", count: 200)).contains("is too long for a socket"))
        let socket = try FakeSocket([.hangsUp])
        socket.close()
        let left = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(socket.path.utf8)) }
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(left, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
        Glibc.close(left)
        defer { unlink(socket.path) }
        #expect(failure(socket.path).hasPrefix("nobody answers at Docker's socket"))
    }

    @Test func `A member's labels are said again when somebody was faster, and nothing else of it changes`() throws {
        let member =
            #"{"ID":"m1","Version":{"Index":7},"Description":{"Hostname":"ds1"},"Spec":{"Labels":{"a":"b"},"Role":"manager","Availability":"drain","New":[1,2.5,null]}}"#
        let late = FakeSocket.answer("500 Internal Server Error", #"{"message":"rpc error: code = Unknown desc = update out of sequence"}"#)
        let socket = try FakeSocket([
            FakeSocket.version(), .says(FakeSocket.answer(member)), .says(late), .says(FakeSocket.answer(member)),
            .says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
        ])
        defer { socket.close() }
        let engine = try Engine(at: socket.path, limits: Self.quick)
        let change = LabelChange(member: "m1", hostname: "ds1", labels: [.init(key: "c", before: nil, after: "d")])
        #expect(try engine.perform(change) == .made)
        let update = "POST /v1.41/nodes/m1/update?version=7 HTTP/1.1"
        #expect(socket.requests.filter { $0 == update }.count == 2 && socket.requests.count == 5)
    }

    @Test func `An ID that would lead elsewhere is none of Docker's`() throws {
        let socket = try FakeSocket([FakeSocket.version()])
        defer { socket.close() }
        let engine = try Engine(at: socket.path, limits: Self.quick)
        for id in ["", "../info", "a b", "a\r\nHost: x", "A"] {
            let change = LabelChange(member: id, hostname: "ds1", labels: [])
            #expect(throws: Failure.self) { try engine.perform(change) }
        }
        #expect(socket.requests.count == 1)
    }
}
