internal import Apply
internal import ArgumentParser
internal import NetPlan
internal import Wire

struct Emitters: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the emitters that 'outputs' can name.")

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        if json {
            try StandardOutput.write(JSON.emitters(EmitterList.all.map { EmitterListing(name: $0.name, summary: $0.summary) }))
            return
        }
        var table = Table("EMITTER", "WRITES")
        for emitter in EmitterList.all { table.add(emitter.name, emitter.summary) }
        try StandardOutput.write(Array(table.text().utf8))
    }
}
