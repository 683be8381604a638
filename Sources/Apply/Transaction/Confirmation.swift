internal import Glibc

/// What is applied is taken back unless somebody confirms it in time: for changes that may cut off whoever makes them.
///
/// The journal on disk is the promise, and what keeps it outlives the run: a transient timer where systemd runs, else a process of its
/// own session. After a reboot nobody waits any more, and the first `recover` takes it back.
public struct Confirmation: Sendable {
    /// How long there is time.
    public let seconds: Int

    /// From one second to a day; nil outside of that.
    public init?(seconds: Int) {
        guard (1...86_400).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    static let fileName = "due"

    /// Starts what takes it back. It waits for us to end, whatever ends us.
    func arm(_ world: World) throws(Failure) {
        guard let program = realpath("/proc/self/exe", nil) else { throw SystemError(code: errno).failure("follow", "/proc/self/exe") }
        defer { free(program) }
        guard let root = realpath(world.path, nil) else { throw SystemError(code: errno).failure("follow", world.path) }
        defer { free(root) }
        let words = [String(cString: program), "recover", "--when-due", "--root", String(cString: root)]
        if geteuid() == 0, access("/run/systemd/system", F_OK) == 0, Program.path(of: "systemd-run") != nil {
            let timer = [
                "systemd-run", "--quiet", "--collect", "--unit=\(Self.unit(getpid()))", "--on-active=\(seconds)s",
                "--timer-property=AccuracySec=1s", "--",
            ]
            if try Program.run(timer + words, limit: 30).isFine { return }
        }
        try Program.detach(words)
    }

    /// Ends the timer of what does not wait any more: it would find nothing to do, and is a riddle to whoever sees it until then.
    static func disarm(in state: StateFolder) { disarm((try? state.folder.read(fileName)).flatMap(\.self)) }

    /// The same where `due` is not written yet.
    func disarm() { Self.disarm(due()) }

    private static func disarm(_ due: [UInt8]?) {
        let words = words(of: due)
        guard words.count == 3, words[0] == boot, let process = pid_t(words[2]), access("/run/systemd/system", F_OK) == 0 else { return }
        _ = try? Program.run(["systemctl", "stop", "\(unit(process)).timer"], limit: 30)
    }

    /// The timer's name, by the apply that started it.
    private static func unit(_ process: pid_t) -> String { "netplan-swarm-confirm-\(process)" }

    /// Waits until what is pending is due, or is not pending any more. It holds nothing meanwhile.
    public static func wait(in world: World) throws(Failure) {
        while let state = try StateFolder(in: world), try state.folder.status(of: StateFolder.Phase.pending.rawValue) != nil,
            secondsLeft(try state.folder.read(fileName)) > 0
        {
            _ = sleep(1)
        }
    }

    /// Whether there is anything left to see to: not where it is all done, nor where the host's folder itself is gone.
    public static func isPromised(in world: World) -> Bool {
        do {
            guard let folder = try StateFolder(in: world)?.folder else { return false }
            for phase in StateFolder.Phase.allCases where phase != .last {
                if try folder.status(of: phase.rawValue) != nil { return true }
            }
            return false
        } catch { return true }
    }

    /// The moment, on a clock that runs while the machine sleeps and that nobody sets, and which apply it is.
    func due() -> [UInt8] { Array("\(Self.boot) \(Self.now + seconds) \(getpid())\n".utf8) }

    /// Zero where it is over, or the machine has started anew since.
    static func secondsLeft(_ due: [UInt8]?) -> Int {
        let words = words(of: due)
        guard words.count >= 2, words[0] == boot, let moment = Int(words[1]) else { return 0 }
        return max(0, moment - now)
    }

    private static func words(of due: [UInt8]?) -> [Substring] {
        String(decoding: due ?? [], as: UTF8.self).split { $0 == " " || $0 == "\n" }
    }

    private static var boot: String {
        let bytes = (try? PlanSource.readIfThere("/proc/sys/kernel/random/boot_id")).flatMap(\.self) ?? []
        return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return time.tv_sec
    }
}
