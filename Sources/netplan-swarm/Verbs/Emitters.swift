internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Wire

struct Emitters: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the emitters that 'outputs' can name: what each writes, for whom, and what checks it.",
        discussion: """
            Besides those that are built in, a program \(ExternalEmitter.prefix)NAME in an absolute folder of PATH is the emitter NAME.
            """,
        subcommands: [EmitterTest.self])

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let builtIn = EmitterList.all.map { EmitterListing(name: $0.name, summary: $0.summary, reader: $0.reader, judge: $0.judge) }
        let external = ExternalEmitter.all(on: .current).map { EmitterListing(name: $0.name, summary: nil, program: $0.program.path) }
        if json { return try StandardOutput.write(JSON.emitters(builtIn + external)) }
        var table = Table("EMITTER", "WRITES", "FOR", "CHECKED BY")
        for emitter in builtIn { table.add(emitter.name, emitter.summary ?? "", emitter.reader ?? "", emitter.judge ?? "-") }
        var programs = Table("EMITTER", "PROGRAM OF SOMEBODY ELSE")
        for emitter in external { programs.add(emitter.name, emitter.program ?? "") }
        let tables = [table, programs].filter { !$0.isEmpty }.map { $0.text() }
        try StandardOutput.write(Array(tables.joined(separator: "\n").utf8))
    }
}
