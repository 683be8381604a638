import Foundation
import NetPlan
import Shell
import Testing

@testable import DockerScripts

@Suite("What a shell makes of the Docker scripts")
struct ScriptsShellTests {
    static let plans = ["everything", "labels alone", "a local macvlan", "an overlay", "a swarm macvlan"]

    static func fixture(_ plan: String) throws -> ScriptsFixture {
        var fixture = try ScriptsFixture()
        switch plan {
        case "labels alone": fixture.label(1, "media", "$x 'y' `z`")
        case "a local macvlan": try fixture.add("cams", on: 2, .macvlan(try ScriptsFixture.slice("192.168.0.240/28", shim: true)))
        case "an overlay": try fixture.add("proxy", .overlay(try ScriptsFixture.overlay("10.201.0.0/24", encrypted: true)))
        case "a swarm macvlan":
            try fixture.add("pihole-config", of: "pihole", on: 1, .config(try ScriptsFixture.slice("192.168.0.252/30")))
            try fixture.add("pihole", .swarmMacvlan(configFrom: "pihole-config"))
        default: fixture = try ScriptsFixture.everything()
        }
        return fixture
    }

    @Test("shellcheck has nothing to say", .enabled(if: Program.isWanted("shellcheck"), "needs shellcheck"), arguments: plans)
    func shellcheck(plan: String) throws {
        let shellcheck = try #require(Program.find("shellcheck"))
        for file in try Self.fixture(plan).files {
            let result = try shellcheck.run(["-s", "sh", "-"], input: file.content)
            #expect(result.status == 0, "\(file.path): \(result.output)")
        }
    }

    @Test(
        "what Docker has is compared by what makes a difference, whatever the release of its command line",
        .enabled(if: Program.isWanted("dash"), "needs dash"),
        arguments: [
            "--driver=overlay\n\n--subnet=10.1.0.0/24\n--ip-range=\n--opt=parent=\n--opt=com.docker.network.driver.mtu=1500\n",
            "--driver=overlay\n--subnet=10.1.0.0/24\n--ip-range=invalid Prefix\n--gateway=invalid IP\n--opt=macvlan_mode=bridge\n",
            "--driver=overlay\n--subnet=10.1.0.0/24\n--label=a=b\n",
        ])
    func essence(text: String) throws {
        let dash = try #require(Program.find("dash"))
        let script = "\(ShellFunction.essence.text)\nprintf '%s' \(ShellWord(text + "--aux-address=name=10.1.0.9\n")) | essence"
        #expect(try dash.run([], input: Array(script.utf8)).output == "--driver=overlay\n--subnet=10.1.0.0/24\n--aux-address=10.1.0.9\n")
    }

    @Test("dash reads them", .enabled(if: Program.isWanted("dash"), "needs dash"), arguments: plans)
    func dash(plan: String) throws {
        let dash = try #require(Program.find("dash"))
        for file in try Self.fixture(plan).files {
            let result = try dash.run(["-n"], input: file.content)
            #expect(result.status == 0, "\(file.path): \(result.output)")
        }
    }

    @Test(
        "shellcheck and dash have nothing to say of a site's scripts either",
        .enabled(if: Program.isWanted("shellcheck") && Program.isWanted("dash"), "needs shellcheck and dash"),
        arguments: Site.all(of: "Macvlan", "Overlay", "Swarm"))
    func sites(site: Site) throws {
        let shellcheck = try #require(Program.find("shellcheck"))
        let dash = try #require(Program.find("dash"))
        let files = try site.files(of: DockerScript.emitter) + site.files(of: "swarm")
        try #require(!files.isEmpty || site.isExample || site.folder.contains("docker-daemon"))
        for file in files {
            let findings = try shellcheck.run(["-s", "sh", "-"], input: file.content)
            #expect(findings.status == 0, "\(file.path): \(findings.output)")
            let reading = try dash.run(["-n"], input: file.content)
            #expect(reading.status == 0, "\(file.path): \(reading.output)")
        }
    }

    @Test(
        "every text comes through the shell as it is", .enabled(if: Program.isWanted("dash"), "needs dash"),
        arguments: ["", "a b", "it's", "''", "$HOME", "`id`", "\\", "\"", "*", "~", "-n", "a\\nb", "ü–😀", "!x", "#", "$(id)", "'; id; '"])
    func quoting(text: String) throws {
        let dash = try #require(Program.find("dash"))
        let result = try dash.run([], input: Array("printf '[%s]' \(ShellWord(text))".utf8))
        #expect(result.output == "[\(text)]")
    }
}
