import Foundation
import Testing

extension SwarmTests {
    /// The bed itself: it comes and goes, and the machine is as it was.
    @Suite struct Testbed {
        /// A second one, beside that of all tests, seen by a shell that has the machine's view for itself: what other programs
        /// of the machine do meanwhile is not in it.
        private static func session(_ text: String) async throws -> Bed.Outcome {
            let folder = FileManager.default.temporaryDirectory.appending(path: "testbed-\(UUID().uuidString)").path
            let state = """
                state() {
                    ip -o link show; ip netns list; ip route show; iptables-save; cat /proc/mounts
                    find /sys/fs/cgroup -type d -name "netplan-swarm-testbed-$(printf %s "$TESTBED" | cksum | cut -d ' ' -f 1)"
                    ls -d "$TESTBED"
                } 2>/dev/null
                bed='\(Bed.script)'
                """
            return try await Bed.run("/usr/bin/unshare", ["--net", "--mount", "sh", "-c", "\(state)\n\(text)"], folder)
        }

        @Test func `Up and down leave the machine as it was, with containers that run and a second bed beside it`() async throws {
            _ = try await Bed.shared.value
            let outcome = try await Self.session(
                """
                before=$(state)
                $bed up || exit 1
                $bed up 2>&1 | grep -q 'it is up already' || echo 'a second up is not answered'
                $bed run ds1 docker run --detach testbed >/dev/null || echo 'no container runs'
                [ "$($bed run ds1 docker node ls --quiet | wc -l)" -eq 3 ] || echo 'no swarm of three'
                $bed run client busybox ping -c 1 192.168.0.13 >/dev/null || echo 'no LAN'
                while_up=$(state | grep -v "$TESTBED")
                [ "$(printf '%s\\n' "$while_up" | grep -v testbed)" = "$before" ] || { echo "$before"; echo "while up:"; echo "$while_up"; }
                $bed down
                [ "$(state)" = "$before" ] || { echo "$before"; echo "after:"; state; }
                $bed status
                """)
            #expect(outcome.output == "down\n" && outcome.status == 1, "\(outcome)")
        }

        @Test(arguments: ["$(cat $TESTBED/hold)", "$(cat $TESTBED/unshare)"])
        func `Killed, it takes all along that it started, and the next one cleans up`(process: String) async throws {
            let outcome = try await Self.session(
                """
                before=$(state)
                $bed up || exit 1
                $bed run ds1 docker run --detach testbed >/dev/null
                namespace=$(readlink "/proc/$(cat $TESTBED/unshare)/ns/pid_for_children")
                kill -KILL \(process)
                for _ in 1 2 3 4 5 6 7 8 9 10; do
                    left=$(find /proc -maxdepth 3 -path '*/ns/pid' -lname "$namespace" 2>/dev/null)
                    [ -n "$left" ] || break
                    sleep 0.3
                done
                [ -z "$left" ] || echo "still there: $left"
                $bed up && $bed down
                [ "$(state)" = "$before" ] || { echo "$before"; echo "after:"; state; }
                """)
            #expect(outcome.output == "" && outcome.status == 0, "\(outcome)")
        }

        @Test func `A killed 'with' ends its bed`() async throws {
            let outcome = try await Self.session(
                """
                before=$(state)
                $bed with sh -c 'kill -KILL $PPID'
                for _ in 1 2 3 4 5 6 7 8 9 10; do
                    [ "$(state)" != "$before" ] || break
                    sleep 0.3
                done
                [ "$(state)" = "$before" ] || { echo "$before"; echo "after:"; state; }
                """)
            #expect(outcome.output.replacing("Killed\n", with: "") == "", "\(outcome)")
        }

        @Test func `Where the machine can't, it says so and begins nothing`() async throws {
            let outcome = try await Self.session("setpriv --bounding-set -sys_admin --inh-caps -sys_admin $bed up; ls -d $TESTBED")
            #expect(outcome.output.contains("testbed: this machine lets nobody make namespaces"), "\(outcome)")
            #expect(outcome.output.contains("No such file"))
        }
    }
}
