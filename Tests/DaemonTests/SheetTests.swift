import Foundation
import NetPlan
import Testing

/// The HTML sheet in a real browser: on a phone, at a desk by day and by night, and on paper.
@Suite(.serialized, .enabled(if: SheetBrowser.isWanted, "chromium and axe-core are not installed: script/test installs them"))
struct SheetTests {
    /// The contrast of each text in the picture, and of each use's colour where it is drawn, to the paper: [what, ratio …].
    private static let contrasts = """
        (() => {
          const light = color => { const [r, g, b] = color.match(/[\\d.]+/g).map(x => x / 255).map(x => x <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b };
          const paper = light(getComputedStyle(document.body).backgroundColor);
          const ratio = color => { const [a, b] = [light(color), paper].sort((a, b) => b - a); return (a + .05) / (b + .05) };
          const texts = [...document.querySelectorAll('svg text')].map(text => ['text', ratio(getComputedStyle(text).fill)]);
          const fills = [...document.querySelectorAll('pattern:not(#free):not(#leased) .fill')].map(one => [one.parentNode.id, ratio(getComputedStyle(one).fill)]);
          const lines = [['unusable', '.bare'], ['leased', '#leased .thin']].map(([name, path]) => [name, ratio(getComputedStyle(document.querySelector(path)).stroke)]);
          return [...texts, ...fills, ...lines].flat().map(String);
        })()
        """

    @Test(arguments: Site.all(of: "Router"))
    func `A sheet is read by everybody, and asks nobody for anything`(site: Site) throws {
        let folder = try Scratch()
        let jobs = try site.files(of: "router").filter { $0.path.hasSuffix(".html") }.flatMap { file in
            let page = try write(file, to: folder)
            return [(320, false), (1100, false), (1100, true)].map { width, dark in
                SheetBrowser.Job(page: page, width: width, dark: dark, question: Self.contrasts)
            }
        }
        // Not every site has a sheet in HTML, but this one has.
        #expect(!jobs.isEmpty || !site.folder.hasSuffix("Router/Fixtures/sheets"))
        if jobs.isEmpty { return }
        for (job, sight) in zip(jobs, try SheetBrowser.look(jobs)) {
            let name = "\(job.page), \(job.width) pixels\(job.dark ? ", dark" : "")"
            #expect(sight.violations.isEmpty, "\(name): \(sight.violations.joined(separator: "\n"))")
            #expect(sight.console.isEmpty, "\(name): \(sight.console)")
            #expect(sight.requests == [job.page], "\(name)")
            #expect(sight.width == job.width && sight.openWidth == job.width, "\(name): it is \(sight.openWidth) pixels wide")
            #expect(sight.hiddenOnPaper == 0, "\(name): \(sight.hiddenOnPaper) folded parts are not on paper")
            let answer = try #require(sight.answer)
            for index in stride(from: 0, to: answer.count, by: 2) {
                let ratio = try #require(Double(answer[index + 1]))
                #expect(ratio >= (answer[index] == "text" ? 4.5 : 3), "\(name): \(answer[index]) has a contrast of \(ratio)")
            }
        }
    }

    @Test func `What a note says comes back as text`() throws {
        let notes = [
            "</td></title></style><script>document.title = 'taken'</script>", "\"><img src=x onerror=alert(1)>", "&amp; &#39; &lt;b&gt;",
            "' onclick='x", "]]> <!-- --!> <![CDATA[", "=cmd|' /C calc'!A0", "résumé שלום 日本語 🧭", "${x} `y` \\",
        ]
        let reserved = notes.enumerated().map { index, note in
            "      - {range: 192.168.0.\(20 + index), note: '\(note.replacing("'", with: "''"))'}"
        }
        let plan = """
            version: 1
            site: home
            lans:
              home:
                subnet: 192.168.0.0/24
                reserved:
            \(reserved.joined(separator: "\n"))
            """
        let question = """
            [document.title].concat(Array.from(document.querySelectorAll('[aria-labelledby=never] .why'), cell => cell.textContent),
            Array.from(document.querySelectorAll('svg.lan g g title'), title => title.textContent), [String(document.scripts.length + document.images.length)])
            """
        let sight = try look(at: plan, question: question, axe: true)
        let titles = notes.enumerated().map { "192.168.0.\(20 + $0): reserved, \($1)" }
        #expect(
            sight.answer == ["home: what the router must know of site home"] + notes
                + ["192.168.0.0: unusable, network address"] + titles + ["192.168.0.255: unusable, broadcast address", "0"])
        #expect(sight.violations.isEmpty && sight.console.isEmpty && sight.requests.count == 1, "\(sight)")
    }

    @Test func `5,000 hosts in a 16-bit LAN open at once, and all are there`() throws {
        let question = """
            [document.querySelectorAll('[aria-labelledby=reserve] tbody tr').length, document.querySelectorAll('svg.lan g g').length,
            document.querySelectorAll('details[open]').length].map(String)
            """
        let sight = try look(at: Self.campus(hosts: 5000), question: question, axe: false)
        let answer = try #require(sight.answer).compactMap(Int.init)
        #expect(answer[0] == 5000)
        #expect((16...256).contains(answer[1]), "the picture has \(answer[1]) parts")
        #expect(sight.openWidth == 1100 && sight.console.isEmpty)
        // A guard, not a measurement: it takes a quarter of a second on two busy cores, and took one and a half unfolded.
        #expect(sight.milliseconds < 4000, "it took \(sight.milliseconds) ms")
    }

    @Test func `A sheet's size is bounded, and it says what it leaves out`() throws {
        let file = try #require(try Self.sheet(of: Self.campus(hosts: 12000)))
        #expect(file.content.count < 2_500_000, "\(file.content.count) bytes")
        let text = String(decoding: file.content, as: UTF8.self)
        #expect(text.contains("<b>And 2,000 more</b>, which are all in the CSV sheet"))
        let folder = try Scratch()
        let sight = try #require(
            try SheetBrowser.look([SheetBrowser.Job(page: write(file, to: folder), axe: false, question: "[document.title]")]).first)
        #expect(sight.console.isEmpty && sight.milliseconds < 8000, "it took \(sight.milliseconds) ms")
    }

    /// Hosts all over a /16, each with a MAC, around a DHCP range and slices.
    private static func campus(hosts: Int) -> String {
        var plan = """
            version: 1
            site: campus
            pools: {swarm: {base: 172.20.0.0/16, size: 24}}
            lans:
              campus: {subnet: 10.20.0.0/16, gateway: 10.20.0.1, dhcp: {ranges: [10.20.64.0-10.20.95.255]}}
            nodes:
              ds1: {address: 10.20.0.2, role: manager}
              ds2: {address: 10.20.0.3, role: manager}
              ds3: {address: 10.20.0.4, role: manager}
            macvlans:
              edge: {nodes: [ds1, ds2], size: 24}
            devices:

            """
        for index in 0..<hosts {
            let host = 16 + index * (hosts < 8000 ? 8 : 4)
            plan +=
                "  h\(index): {address: 10.20.\(host >> 8).\(host & 255), mac: \"02:00:00:\(hexadecimal(index >> 16)):\(hexadecimal(index >> 8)):\(hexadecimal(index))\"}\n"
        }
        return plan
    }

    private static func hexadecimal(_ byte: Int) -> String { String(256 + byte & 255, radix: 16).suffix(2).description }

    /// A plan's first sheet in HTML.
    private static func sheet(of plan: String) throws -> FileArtifact? {
        let plan = plan + (plan.hasSuffix("\n") ? "" : "\n") + "outputs: {router: {formats: [html]}}\n"
        return try Site.files(of: "router", in: plan).first
    }

    private func look(at plan: String, question: String, axe: Bool) throws -> SheetBrowser.Sight {
        let folder = try Scratch()
        let page = try write(#require(try Self.sheet(of: plan)), to: folder)
        return try #require(try SheetBrowser.look([SheetBrowser.Job(page: page, axe: axe, question: question)]).first)
    }

    /// Writes a sheet, and gives its URL.
    private func write(_ file: FileArtifact, to folder: Scratch) throws -> String {
        try folder.write(String(decoding: file.content, as: UTF8.self), to: file.path)
        return folder.url.appending(path: file.path).absoluteString
    }
}
