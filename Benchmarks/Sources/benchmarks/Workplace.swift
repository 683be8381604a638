import Glibc

/// Where everything is: the folders below Benchmarks/, the program that is measured, and what is written in memory.
struct Workplace {
    /// Benchmarks/ itself.
    let folder: String
    /// In memory: what is written here waits for no disk.
    let memory: String

    var disk: String { "\(folder)/.build/disk" }
    var program: String { "\(folder)/../.build/release/netplan-swarm" }
    var smallest: String { "\(folder)/../examples/smallest/netplan-swarm.yaml" }
    /// Makes what the peers read.
    var peers: String { "\(folder)/peers/prepare '\(memory)'" }

    func built(_ name: String) -> String { "\(folder)/.build/release/\(name)" }
    private func installed(_ name: String) -> String { "\(folder)/.build/venv/bin/\(name)" }

    /// Each in a folder of its own, for its lock.
    func plan(_ sample: Sample, _ count: Int) -> String { "\(memory)/\(sample)-\(count)/netplan-swarm.yaml" }
    func output(_ sample: Sample, _ count: Int, onDisk: Bool = false) -> String { "\(onDisk ? disk : memory)/\(sample)-\(count)/out" }

    /// A shell command that writes samples which are not there yet.
    func samples(_ samples: [(Sample, Int)]) -> String {
        samples.map { sample, count in
            let file = plan(sample, count)
            return
                "{ test -s '\(file)' || { mkdir -p \"$(dirname '\(file)')\" && '\(built("benchmarks"))' \(sample) \(count) >'\(file)'; }; }"
        }.joined(separator: " && ")
    }

    /// From nothing: no lock, no output.
    func generate(_ sample: Sample, _ count: Int, onDisk: Bool = false) -> Program {
        let output = output(sample, count, onDisk: onDisk)
        return Program(
            program, "generate", plan(sample, count), "-o", output,
            before: "rm -rf '\(output)' '\(memory)/\(sample)-\(count)/netplan-swarm.lock' && mkdir -p '\(output)'")
    }

    /// What one emitter makes of the devices, in a plan of its own.
    func generate(_ emitter: String, _ count: Int) -> Program {
        let here = "\(memory)/\(emitter)-\(count)"
        let server = ["dnsmasq", "kea"].contains(emitter) ? emitter : "dhcpd"
        return Program(
            program, "generate", "\(here)/netplan-swarm.yaml", "-o", "\(here)/out",
            before: """
                rm -rf '\(here)' && mkdir -p '\(here)/out' && cd '\(here)' && \
                { sed 's/server: dhcpd/server: \(server)/' '\(plan(.devices, count))'; echo 'outputs: {\(emitter): {}}'; } >netplan-swarm.yaml
                """)
    }

    /// Over what the run before has written.
    func again(_ sample: Sample, _ count: Int, onDisk: Bool = false) -> Program {
        Program(program, "generate", plan(sample, count), "-o", output(sample, count, onDisk: onDisk))
    }

    /// Programs that join networks.
    var mergers: [Comparison.Subject] {
        let file = plan(.prefixes, 100_000)
        return [
            Comparison.Subject("`aggregate6`", Program(installed("aggregate6"), file)),
            Comparison.Subject("Python's `ipaddress`", Program(installed("python"), "\(folder)/peers/collapse.py", file)),
        ]
    }

    /// Programs that turn one list of hosts into a file.
    var templates: [Comparison.Subject] {
        let variables = plan(.variables, 10_000)
        return [
            Comparison.Subject(
                "`octodns-sync`: a zone",
                Program(
                    installed("octodns-sync"), "--config-file", "\(memory)/octodns/config.yaml", "--doit", "--force", "--quiet",
                    before: "rm -f '\(memory)'/octodns/out/*")),
            Comparison.Subject(
                "PyYAML (C) and Jinja2: one file",
                Program(installed("python"), "\(folder)/peers/template.py", variables, "\(memory)/jinja.out")),
            Comparison.Subject(
                "`ansible template`: one file",
                Program(
                    "env", "LC_ALL=C.UTF-8", "ANSIBLE_LOCALHOST_WARNING=False", "ANSIBLE_HOME=\(memory)/ansible",
                    installed("ansible-playbook"),
                    "-i", "localhost,", "-e", "ansible_python_interpreter=\(installed("python"))", "\(memory)/ansible/play.yaml",
                    before: "rm -f '\(memory)/ansible/hosts'")),
        ]
    }
}
