import Foundation
import Testing

@testable import Apply

@Suite struct SearchPathTests {
    @Test(
        arguments: [
            ("/usr/bin:/bin", ["/usr/bin", "/bin"], []), (".:/bin::bin:/bin", ["/bin"], [".", "", "bin"]), ("", [], []), (":", [], [""]),
        ] as [(String, [String], [String])])
    func `Only absolute folders are searched`(text: String, folders: [String], skipped: [String]) {
        let path = SearchPath(text: text)
        #expect(path.folders == folders && path.skipped == skipped)
    }

    @Test func `The first program that can be executed is found`() throws {
        let folder = try TemporaryFolder()
        let (first, second) = (folder.path + "/first", folder.path + "/second")
        for path in [first, second] { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false) }
        for (folder, name, mode) in [(first, "x-a", 0o644), (second, "x-a", 0o755), (second, "x-b", 0o755), (second, "y", 0o755)] {
            try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            chmod("\(folder)/\(name)", mode_t(mode))
        }
        try FileManager.default.createDirectory(atPath: "\(second)/x-folder", withIntermediateDirectories: false)
        symlink("x-b", "\(second)/x-link")
        symlink("nowhere", "\(second)/x-lost")
        let path = SearchPath(text: "/nonexistent:\(first):\(second)")
        #expect(path.names(startingWith: "x-") == ["x-a", "x-b", "x-link"])
        #expect(path.find("x-a")?.hasPrefix(second) == true)
        // Who is root may execute nothing that nobody may.
        #expect(path.findUnusable("x-a")?.hasPrefix(first) == true)
        #expect(path.find("x-folder") == nil && path.find("x-c") == nil)
    }
}
