import NetPlan
import Testing

@Suite(.enabled(if: Program.isWanted("dnsmasq"), "dnsmasq is not installed (apt install dnsmasq-base)"))
struct DnsmasqTests {
    @Test(arguments: Site.all(of: "DHCP"))
    func `dnsmasq takes its file`(site: Site) throws {
        let folder = try Scratch()
        for file in try site.files(of: "dnsmasq") {
            try folder.write([file])
            let outcome = try Program.run("dnsmasq", ["--test", "-C", folder.path(file.name)])
            #expect(outcome.output == "dnsmasq: syntax check OK.\n", "\(file.path): \(outcome.output)")
        }
    }
}
