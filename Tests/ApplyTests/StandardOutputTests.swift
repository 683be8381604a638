import Foundation
import Glibc
import Testing

@testable import Apply

@Suite struct StandardOutputTests {
    @Test func aFullDiskIsSaid() {
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        let failure = #expect(throws: Failure.self) { try StandardOutput.write([1], to: full) }
        #expect(failure?.sentence == "can't write to 'stdout': no space left on device; free some, then run again")
    }

    @Test func aReaderThatWentAwayIsSaid() {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        close(ends[0])
        defer { close(ends[1]) }
        let failure = #expect(throws: Failure.self) { try StandardOutput.write([1], to: ends[1]) }
        #expect(failure?.exitCode == 1 && failure?.sentence.contains("went away") == true)
        #expect(throws: Failure.self) { try StandardOutput.write([1], to: 9999) }
    }

    @Test func aSlowReaderGetsAllOfIt() async throws {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        let (reading, writing) = (ends[0], ends[1])
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
        let writer = Task {
            defer { close(writing) }
            try StandardOutput.write(bytes, to: writing)
        }
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(reading, &chunk, chunk.count)
            if count == 0 { break }
            if count > 0 { received += chunk[..<count] } else { try await Task.sleep(for: .milliseconds(1)) }
        }
        try await writer.value
        close(reading)
        #expect(received == bytes)
    }
}
