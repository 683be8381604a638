import Foundation
import NetPlan
import Testing

@Suite(.enabled(if: Program.isWanted("dhcpd"), "dhcpd is not installed (apt install isc-dhcp-server)"))
struct DhcpdTests {
    /// `dhcpd -t` reads the configuration as dhcpd does, and says nothing but its banner where it has no complaint.
    @Test(arguments: Site.all(of: "DHCP"))
    func `dhcpd takes its files`(site: Site) throws {
        let folder = try Scratch()
        let files = try site.files(of: "dhcpd")
        try folder.write(files)
        try folder.write("", to: "leases")
        for file in files {
            let outcome = try Program.run(
                "dhcpd", ["-t", "-4", "-cf", folder.path(file.name), "-lf", folder.path("leases"), "-pf", folder.path("pid")])
            #expect(outcome.status == 0, "\(file.path): \(outcome.output)")
            let complaints = outcome.output.split(separator: "\n").filter { $0.contains(" line ") || $0.lowercased().contains("warning") }
            #expect(complaints.isEmpty, "\(file.path): \(complaints)")
        }
    }
}

extension FileArtifact {
    /// The last part of its path.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
