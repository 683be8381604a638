import Foundation
import Testing

/// What reads our manual pages and completions: man, mandoc, and the shells.
@Suite struct ManualPageTests {
    private static let share = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../share").standardized

    private static func files(_ folder: String) throws -> [String] {
        let url = share.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().map { url.appending(path: $0).path }
    }

    @Test(.enabled(if: Program.isWanted("mandoc"), "mandoc is not installed")) func `mandoc finds nothing to warn of`() throws {
        let pages = try Self.files("man/man1")
        #expect(pages.count > 5)
        let outcome = try Program.run("mandoc", ["-Tlint", "-Wwarning"] + pages)
        #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)")
    }

    @Test(.enabled(if: Program.isWanted("groff"), "groff is not installed")) func `groff formats every page without a word`() throws {
        for page in try Self.files("man/man1") {
            let outcome = try Program.run("groff", ["-ww", "-b", "-z", "-mandoc", "-Tutf8", page])
            #expect(outcome.status == 0 && outcome.output.isEmpty, "\(page): \(outcome.output)")
        }
    }

    @Test(
        .enabled(if: ["bash", "zsh", "fish"].allSatisfy(Program.isWanted), "one of bash, zsh and fish is not installed"),
        arguments: [("bash", "netplan-swarm.bash"), ("zsh", "_netplan-swarm"), ("fish", "netplan-swarm.fish")])
    func `The shell reads its completions`(shell: String, file: String) throws {
        let outcome = try Program.run(shell, ["-n", Self.share.appending(path: "completions/\(file)").path])
        #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)")
    }

    @Test(.enabled(if: Program.isWanted("bash"), "bash is not installed")) func `bash offers the verbs`() throws {
        let script = Self.share.appending(path: "completions/netplan-swarm.bash").path
        let outcome = try Program.run(
            "bash",
            [
                "--norc", "-c",
                "source '\(script)'; COMP_WORDS=(netplan-swarm va); COMP_CWORD=1; COMP_LINE='netplan-swarm va'; COMP_POINT=16; f=$(complete -p netplan-swarm | sed 's/.*-F \\([^ ]*\\).*/\\1/'); $f netplan-swarm va netplan-swarm; echo \"${COMPREPLY[@]}\"",
            ])
        #expect(outcome.output.contains("validate"), "\(outcome.output)")
    }

    @Test(.enabled(if: Program.isWanted("fish"), "fish is not installed")) func `fish offers the verbs, with what they do`() throws {
        let script = Self.share.appending(path: "completions/netplan-swarm.fish").path
        let outcome = try Program.run("fish", ["--no-config", "-c", "source '\(script)'; complete -C 'netplan-swarm va'"])
        #expect(outcome.output == "validate\tFind every problem of a plan, in one run.\n", "\(outcome.output)")
    }

    @Test(
        .enabled(if: ["bash", "zsh", "fish", "script"].allSatisfy(Program.isWanted), "one of bash, zsh, fish and script is not installed"),
        arguments: [
            ("bash --norc --noprofile -i", "source '%/netplan-swarm.bash'"),
            ("zsh -f -i", "fpath=('%' $fpath); autoload -U compinit; compinit -D -u"),
            ("fish --no-config", "source '%/netplan-swarm.fish'"),
        ])
    func `A key completes the names of the plan`(shell: String, setUp: String) throws {
        let folder = try Scratch()
        try folder.write(
            try String(contentsOf: Self.share.appending(path: "../examples/smallest/netplan-swarm.yaml"), encoding: .utf8),
            to: "netplan-swarm.yaml")
        let typing = try Typing(shell, in: URL(fileURLWithPath: folder.path(".")))
        defer { typing.end() }
        try typing.type(setUp.replacing("%", with: Self.share.appending(path: "completions").path) + "; echo re''ady\r")
        var shown = typing.read(until: "ready")
        try typing.type("netplan-swarm who pih\t")
        shown += typing.read(until: "ole")
        try typing.type("\r")
        shown += typing.read(until: "is the slice of macvlan pihole")
        #expect(shown.contains("192.168.0.252/30 is the slice of macvlan pihole on ds1"), "\(shown)")
    }
}
