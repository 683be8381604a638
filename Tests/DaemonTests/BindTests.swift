import NetPlan
import Testing

@Suite(.enabled(if: Program.isWanted("named-checkconf"), "named-checkconf is not installed (apt install bind9-utils)"))
struct BindTests {
    /// `named-checkconf -z` loads the zones as named does; `named-checkzone` alone lets a bad owner's name pass with a warning.
    @Test(arguments: Site.all(of: "DNS"))
    func `BIND takes its zones`(site: Site) throws {
        let folder = try Scratch()
        let files = try site.files(of: "bind")
        try folder.writeZones(files)
        for file in files where file.name.hasSuffix(".zone") {
            let strict = ["-k", "fail", "-n", "fail", "-m", "fail", "-M", "fail", "-S", "fail", "-i", "local"]
            let outcome = try Program.run("named-checkzone", strict + [String(file.name.dropLast(5)), folder.path(file.name)])
            #expect(outcome.status == 0, "\(file.path): \(outcome.output)")
            let complaints = outcome.output.split(separator: "\n").filter { !$0.contains("loaded serial") && $0 != "OK" }
            #expect(complaints.isEmpty, "\(file.path): \(complaints)")
        }
        guard let list = files.last else { return }
        let outcome = try Program.run("named-checkconf", ["-z", folder.path(list.name)])
        #expect(outcome.status == 0, "\(outcome.output)")
    }
}
