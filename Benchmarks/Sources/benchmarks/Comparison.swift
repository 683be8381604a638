/// Programs that are run in turn, so that a busy minute of the machine slows all of them, and are told as ratios to the first.
struct Comparison {
    struct Subject {
        let name: String
        let program: Program
        /// What the issue asks of it, in words.
        let goal: String

        init(_ name: String, _ program: Program, goal: String = "") {
            self.name = name
            self.program = program
            self.goal = goal
        }
    }

    let title: String
    var rounds = 5
    /// Written before the first run; a shell command.
    var preparation = "true"
    let subjects: [Subject]

    /// A Markdown table: the median of each subject, and how many times the first it is.
    func table(preparing prepare: (String) -> Bool) -> String {
        guard prepare(preparation) else { return "### \(title)\n\nNot run: the input could not be made.\n" }
        var costs: [[Cost]] = subjects.map { _ in [] }
        for _ in 0..<rounds {
            for (index, subject) in subjects.enumerated() {
                if let cost = subject.program.run() { costs[index].append(cost) }
            }
        }
        let medians = costs.map(Cost.median)
        let (wall, user) = (medians[0].wall, medians[0].user)
        var lines = [
            "### \(title)", "", "| | wall | user | memory | wall, × | user, × | to reach |", "| --- | --: | --: | --: | --: | --: | --- |",
        ]
        for (index, subject) in subjects.enumerated() {
            let cost = medians[index]
            let isMissing = costs[index].isEmpty
            let cells =
                isMissing
                ? ["is missing here, or failed", "", "", "", ""]
                : [
                    Self.time(cost.wall), Self.time(cost.user), "\(Self.number(cost.memory, 0)) MB",
                    Self.number(cost.wall / wall, 2), user > 0 ? Self.number(cost.user / user, 2) : "",
                ]
            lines.append("| \(subject.name) | \(cells.joined(separator: " | ")) | \(subject.goal) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func time(_ seconds: Double) -> String {
        seconds < 0.1 ? "\(number(seconds * 1000, 1)) ms" : "\(number(seconds, 2)) s"
    }

    /// With so many digits behind the point.
    private static func number(_ value: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let rounded = (value * scale).rounded() / scale
        if digits == 0 { return "\(Int(rounded))" }
        let text = "\(rounded)".split(separator: ".")
        return "\(text[0])." + (String(text[1]) + "00").prefix(digits)
    }
}
