import NetPlan
import Testing

@Suite(.enabled(if: Program.isWanted("kea-dhcp4"), "kea-dhcp4 is not installed (apt install kea-dhcp4-server)"))
struct KeaTests {
    /// `kea-dhcp4 -t` reads the configuration as Kea does; a word of warning from it is a fault too.
    @Test(arguments: Site.all(of: "DHCP"))
    func `Kea takes its file`(site: Site) throws {
        let folder = try Scratch()
        for file in try site.files(of: "kea") {
            try folder.write([file])
            let environment = LeaseDaemon.kea.environment(in: folder).map { "\($0)=\($1)" }
            let outcome = try Program.run(
                "env", environment + [Program.find("kea-dhcp4")?.path ?? "kea-dhcp4", "-t", folder.path(file.name)])
            #expect(outcome.status == 0, "\(file.path): \(outcome.output)")
            let complaints = outcome.output.split(separator: "\n").filter { $0.contains(" WARN ") || $0.contains(" ERROR ") }
            #expect(complaints.isEmpty, "\(file.path): \(complaints)")
        }
    }
}
