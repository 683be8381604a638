import NetPlan
import Testing

@Suite(.enabled(if: Program.isWanted("unbound-checkconf"), "unbound-checkconf is not installed (apt install unbound)"))
struct UnboundTests {
    /// It reads every record as unbound does.
    @Test(arguments: Site.all(of: "DNS"))
    func `unbound takes its file`(site: Site) throws {
        let folder = try Scratch()
        for file in try site.files(of: "unbound") {
            try folder.write([file])
            let outcome = try Program.run("unbound-checkconf", [folder.path(file.name)])
            #expect(outcome.status == 0, "\(file.path): \(outcome.output)")
        }
    }
}
