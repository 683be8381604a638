import Glibc
import Synchronization

/// A socket that says what no real engine can be made to say: one connection after the other, each by the next of its scripts.
///
/// The last script is played again for every connection that follows.
final class FakeSocket: Sendable {
    /// What is done with one connection.
    enum Script: Sendable {
        /// Reads the request, sends these bytes, and hangs up.
        case says(String)
        /// The same, a byte every so many milliseconds.
        case drips(String, milliseconds: UInt32)
        /// Says nothing, and stays.
        case stays
        /// Hangs up before it has read anything.
        case hangsUp
        /// Sends this over and over.
        case babbles(String)
        /// What it does depends on the first line of the request.
        case depends(@Sendable (String) -> Script)
    }

    let path: String
    private let listener: Int32
    private let isOver = Mutex(false)
    private let asked = Mutex<[String]>([])

    /// The first lines of the requests so far.
    var requests: [String] { asked.withLock { $0 } }

    init(_ scripts: [Script], at path: String? = nil) throws {
        self.path = path ?? "/tmp/netplan-swarm-\(UInt64.random(in: 0...UInt64.max)).sock"
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(self.path.utf8)) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
        guard bound == 0, listen(listener, 16) == 0 else { throw Fault() }
        start { [self] in
            var rest = scripts[...]
            while true {
                let connection = accept(listener, nil, nil)
                if isOver.withLock({ $0 }) {
                    Glibc.close(connection)
                    break
                }
                if connection < 0 { continue }
                let script = rest.count > 1 ? rest.removeFirst() : rest.first
                // A connection that stays must not hold up the next one.
                start { [self] in play(script, on: connection) }
            }
            // Here, where nobody waits for it any more: its number may be another socket's at once.
            Glibc.close(listener)
        }
    }

    struct Fault: Error {}

    func close() {
        isOver.withLock { $0 = true }
        shutdown(listener, Int32(SHUT_RDWR))
        unlink(path)
    }

    private func play(_ script: Script?, on connection: Int32) {
        defer { Glibc.close(connection) }
        if case .hangsUp = script { return }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var request: [UInt8] = []
        // Until the empty line: what follows is small, and comes along.
        while !String(decoding: request, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(connection, &chunk, chunk.count, 0)
            if count <= 0 { return }
            request += chunk[..<count]
        }
        let line = String(decoding: request.prefix { $0 != 0x0D }, as: UTF8.self)
        asked.withLock { $0.append(line) }
        var script = script
        if case .depends(let choose) = script { script = choose(line) }
        switch script {
        case .says(let text): say(Array(text.utf8), on: connection)
        case .drips(let text, let pause):
            for byte in text.utf8 {
                if !say([byte], on: connection) { return }
                usleep(pause * 1000)
            }
        case .babbles(let text): while !isOver.withLock({ $0 }), say(Array(text.utf8), on: connection) {}
        case .stays: while !isOver.withLock({ $0 }) { usleep(20_000) }
        case .hangsUp, .depends, nil: break
        }
    }

    @discardableResult
    private func say(_ bytes: [UInt8], on connection: Int32) -> Bool {
        send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    private func start(_ body: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Box(body)).toOpaque()
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { box in
                if let box { Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body() }
                return nil
            }, box)
        pthread_detach(thread)
    }

    private final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// An answer with this JSON.
    static func answer(_ status: String = "200 OK", _ body: String) -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    /// What an engine answers to GET /version.
    static func version(_ newest: String = "1.41", oldest: String = "1.12") -> Script {
        .says(answer(#"{"Version":"20.10.24","ApiVersion":"\#(newest)","MinAPIVersion":"\#(oldest)"}"#))
    }
}

extension FakeSocket {
    /// With the status 200.
    static func answer(_ body: String) -> String { answer("200 OK", body) }
}
