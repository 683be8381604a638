import Glibc

/// `benchmarks FOLDER MEMORY [WORD]…` measures, each comparison whose title has one of the words; `benchmarks SAMPLE COUNT` prints one.
@main
enum Benchmarks {
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        guard words.count >= 2, let first = words.first else { exit(64) }
        if let sample = Sample(rawValue: first), let count = Int(words[words.startIndex + 1]) {
            print(sample.text(count), terminator: "")
            return
        }
        let place = Workplace(folder: first, memory: words[words.startIndex + 1])
        let chosen = words.dropFirst(2)
        for comparison in Comparison.all(in: place) where chosen.isEmpty || chosen.contains(where: comparison.title.contains) {
            print(comparison.table { system($0) == 0 })
            fflush(nil)
        }
    }
}
