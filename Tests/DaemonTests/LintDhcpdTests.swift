import Foundation
import Linting
import NetPlan
import Testing

/// What `lint` says of a dhcpd.conf is held against dhcpd itself: where we say that it refuses, it refuses; and where it takes what
/// can't work, we say so.
@Suite(.enabled(if: Program.isWanted("dhcpd"), "dhcpd is not installed (apt install isc-dhcp-server)"))
struct LintDhcpdTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let rule: RuleID
        let isRefused: Bool
        var testDescription: String { "\(rule.rawValue): \(text)" }
    }

    private static let subnet = "subnet 192.168.10.0 netmask 255.255.255.0"

    @Test(arguments: [
        Case(text: "\(subnet) { range 192.168.10.5 192.168.10.9;", rule: .syntax, isRefused: true),
        Case(text: "\(subnet) { range 192.168.10.5 192.168.10.9; } }", rule: .syntax, isRefused: true),
        Case(text: "\(subnet) {\nrange 192.168.10.5 192.168.10.9\noption routers 192.168.10.1;\n}", rule: .syntax, isRefused: true),
        Case(text: "pool { range 192.168.10.5 192.168.10.9; }", rule: .syntax, isRefused: true),
        Case(text: "\(subnet) { range 192.168.11.5 192.168.11.9; }", rule: .addressOutsideLAN, isRefused: true),
        Case(
            text: "\(subnet) { range 192.168.10.5 192.168.10.9; range 192.168.10.9 192.168.10.12; }", rule: .rangeOverlap, isRefused: true),
        Case(text: "host a { fixed-address 192.168.10.1; }\nhost a { fixed-address 192.168.10.2; }", rule: .duplicateName, isRefused: true),
        Case(text: "subnet 192.168.10.5 netmask 255.255.255.0 { range 192.168.10.7; }", rule: .hostBitsSet, isRefused: true),
        Case(text: "host a { hardware ethernet 02-00-00-00-00-01; fixed-address 192.168.10.1; }", rule: .invalidMAC, isRefused: true),
        Case(text: "\(subnet) { range 192.168.10.256; }", rule: .invalidAddress, isRefused: true),
        Case(text: "\(subnet) { range 192.168.10.9 192.168.10.5; }", rule: .invalidRange, isRefused: false),
        Case(text: "\(subnet) { option routers 192.168.11.1; }", rule: .groupGatewayUnreachable, isRefused: false),
        Case(
            text: "class \"vm\" { match if substring (hardware, 1, 3) = \"52:54:00\"; }\n\(subnet) { range 192.168.10.9; }",
            rule: .classMatchesNone, isRefused: false),
        Case(
            text: "host a { hardware ethernet 02:00:00:00:00:01; fixed-address 192.168.10.1; }\n"
                + "host b { hardware ethernet 02:00:00:00:00:01; fixed-address 192.168.10.1; }", rule: .duplicateMAC, isRefused: false),
        Case(
            text:
                "\(subnet) { range 192.168.10.5 192.168.10.9; host a { hardware ethernet 02:00:00:00:00:01; fixed-address 192.168.10.6; } }",
            rule: .addressInDHCPRange, isRefused: false),
        Case(
            text: "\(subnet) { }\nhost a { hardware ethernet 02:00:00:00:00:01; fixed-address 10.9.9.9; }", rule: .addressOutsideLAN,
            isRefused: false),
    ])
    func `dhcpd and lint agree, or lint knows more`(case fault: Case) throws {
        let folder = try Scratch()
        try folder.write(fault.text + "\n", to: "dhcpd.conf")
        try folder.write("", to: "leases")
        let outcome = try Program.run(
            "dhcpd", ["-t", "-4", "-cf", folder.path("dhcpd.conf"), "-lf", folder.path("leases"), "-pf", folder.path("pid")])
        #expect((outcome.status != 0) == fault.isRefused, "\(outcome.output)")
        var problems = Diagnostics()
        var linter = Linter()
        linter.read(Array(fault.text.utf8), file: "dhcpd.conf", reporting: &problems)
        linter.judge(reporting: &problems)
        #expect(problems.all.contains { $0.rule == fault.rule }, "\(problems.all)")
    }
}
