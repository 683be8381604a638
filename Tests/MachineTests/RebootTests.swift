import Foundation
import Testing

extension MachineTests {
    /// `apply --confirm` under systemd, over the end of its terminal, of its process, and of the computer.
    @Suite(.serialized) struct Reboot {
        /// A computer that has the old world.
        private struct Host {
            let machine: Machine
            var start: Machine.Start
            let old: String

            init() async throws {
                let site = Site(reloads: true)
                machine = try await Machine(old: site.old, new: site.new)
                start = try await machine.start()
                try await machine.run("systemctl is-system-running --wait; \(Site.apply("old"))")
                old = try await machine.run(Site.look)
            }

            /// Starts it once more.
            mutating func restart() async throws { start = try await machine.start() }

            /// Waits until nothing is left to take back, and gives the moment.
            func wait(seconds: Int = 120) async throws -> Double {
                let done = "ls /var/lib/netplan-swarm | grep -q -e pending -e begun -e journal"
                let loop = "for i in $(seq \(seconds * 5)); do \(done) || break; sleep 0.2; done; \(done) || cut -d ' ' -f 1 /proc/uptime"
                let said = try await machine.run(loop)
                return try #require(Double(said.trimmingCharacters(in: .newlines)), "not taken back: \(said)")
            }

            /// Whether all is as before, and what the server says.
            func expectOld(_ what: String) async throws {
                let found = try await machine.run(Site.look)
                #expect(found == old, "\(what)")
                #expect(try await machine.run(printer).hasPrefix("192.168.0.40 "), "\(what)")
                let difference = try await machine.outcome("cd /srv/old && netplan-swarm diff --node ds1 --exit-code")
                #expect(difference.status == 0 && difference.output.contains("nothing to change"), "\(what): \(difference.output)")
            }
        }

        /// What dnsmasq itself has read.
        private static let printer = "for i in $(seq 50); do getent -s dns hosts printer.home.arpa && break; sleep 0.2; done"
        private static let timers = "systemctl list-timers --all --no-legend 'netplan-swarm-confirm-*'"

        /// In a session of its own, which is then killed with all that is in it.
        private static func killed(_ options: String, when said: String) -> String {
            """
            systemd-run --quiet --scope --collect --unit=terminal sh -c '\(Site.apply("new", options)); sleep 1000' >/tmp/said 2>&1 &
            for i in $(seq 600); do \(said) && break; sleep 0.1; done
            systemctl kill --signal=KILL terminal.scope
            cut -d ' ' -f 1 /proc/uptime
            while systemctl is-active --quiet terminal.scope; do sleep 0.1; done
            """
        }

        @Test func `Under systemd a timer takes it back, whoever is killed, and confirming ends the timer`() async throws {
            let host = try await Host()
            let machine = host.machine
            // Its process has ended, and its terminal is killed with all that was started from there.
            let killed = try await machine.run(Self.killed("--confirm 20", when: "grep -q 'taken back in 20 s' /tmp/said"))
            #expect(try await machine.run(Self.timers).split(separator: "\n").count == 1)
            #expect(try await machine.run(Self.printer).hasPrefix("192.168.0.41 "), "dnsmasq has read the new file")
            let moment = try #require(Double(killed.trimmingCharacters(in: .newlines)))
            let passed = try await host.wait() - moment
            #expect((10...40).contains(passed), "taken back after \(passed) s")
            try await host.expectOld("taken back by the timer")
            #expect(try await machine.run(Self.timers) == "")

            // Killed while dnsmasq starts anew: nothing waits yet, and the timer takes it back all the same.
            try await machine.run(
                "mkdir -p /run/systemd/system/dnsmasq.service.d; printf '[Service]\\nExecStartPre=/bin/sleep 5\\n' >/run/systemd/system/dnsmasq.service.d/slow.conf; systemctl daemon-reload"
            )
            try await machine.run(Self.killed("--confirm 10", when: "systemctl is-active dnsmasq | grep -q activating"))
            #expect(try await machine.run("ls /var/lib/netplan-swarm").contains("begun"))
            _ = try await host.wait()
            try await machine.run("rm -r /run/systemd/system/dnsmasq.service.d; systemctl daemon-reload")
            try await host.expectOld("killed at work")

            let said = try await machine.run("\(Site.apply("new", "--confirm 600")) >/dev/null; netplan-swarm confirm; \(Self.timers)")
            #expect(said.hasSuffix("kept\n"), "confirmed, there is no timer any more: \(said)")
            try await machine.run("\(Site.apply("new", "--confirm 600")); \(Site.apply("old", "--confirm 600")); netplan-swarm rollback")
            #expect(try await machine.run(Self.timers) == "")
            #expect(try await machine.run(Self.printer).hasPrefix("192.168.0.41 "))
        }

        @Test func `A reboot takes back what was not confirmed, and so does a power cut`() async throws {
            var host = try await Host()
            // As docs/apply.md says.
            try await host.machine.run(
                "install -Dm644 -t /etc/systemd/system /srv/units/netplan-swarm-recover.service; systemctl enable netplan-swarm-recover")
            try await host.machine.run(Site.apply("new", "--confirm 3000"))
            try await host.machine.shutDown()
            try await host.restart()
            try await host.machine.run("systemctl is-system-running --wait")
            try await host.expectOld("after a reboot")
            let log = try await host.machine.run("journalctl --boot --unit netplan-swarm-recover --no-pager")
            #expect(log.contains("not confirmed in time, and everything is as it was before it"), "\(log)")

            try await host.machine.run(Site.apply("new", "--confirm 3000"))
            try await host.machine.switchOff()
            try await host.restart()
            try await host.machine.run("systemctl is-system-running --wait")
            try await host.expectOld("after a power cut")

            // Nobody takes it back at boot, and the next apply does, before anything else.
            try await host.machine.run("systemctl disable netplan-swarm-recover; \(Site.apply("new", "--confirm 3000"))")
            try await host.machine.switchOff()
            try await host.restart()
            #expect(try await host.machine.run("systemctl is-system-running --wait; ls /var/lib/netplan-swarm").contains("pending"))
            let said = try await host.machine.run(Site.apply("old"))
            #expect(said.contains("the last apply was not confirmed in time, and everything is as it was before it"), "\(said)")
            #expect(said.contains("ds1: nothing to change"), "\(said)")
            try await host.expectOld("after the next apply")
        }
    }
}
