import Foundation
import Glibc

@testable import Apply

/// A folder that goes away with the value, and what a test asks of it.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var template = Array("\(parent)/apply-tests-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw SystemError(code: errno) }
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var out: String { path + "/out" }

    func write(_ name: String, _ text: String) throws { try Tree.write("\(path)/\(name)", text) }
}
