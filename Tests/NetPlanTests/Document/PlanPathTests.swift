import NetPlan
import Testing

struct PlanPathTests {
    struct Row: Sendable {
        let path: PlanPath
        let text: String
    }

    @Test(arguments: [
        Row(path: PlanPath("nodes", "ds1", "address"), text: "nodes.ds1.address"),
        Row(path: PlanPath("lans", "home")["dhcp"]["ranges"][0], text: "lans.home.dhcp.ranges[0]"),
        Row(path: PlanPath("nodes")["a.b"]["also"], text: "nodes[\"a.b\"].also"),
        Row(path: PlanPath("a.b"), text: "[\"a.b\"]"),
        Row(path: PlanPath("dns", "records")[10]["values"][2], text: "dns.records[10].values[2]"),
        Row(path: PlanPath("outputs")["a[b]"], text: "outputs[\"a[b]\"]"),
        Row(path: PlanPath("outputs")[""], text: "outputs[\"\"]"),
        Row(path: PlanPath("nodes")["5"], text: "nodes.5"),
    ])
    func aPathIsReadAsItIsWritten(_ row: Row) {
        #expect(row.path.description == row.text)
        #expect(PlanPath(parsing: row.text) == row.path)
    }

    @Test(arguments: ["a.", ".a", "a..b", "a[", "a[b]", "a[-1]", "a[0", "a]b[", "a[0]b", "a.[0]", "a[\"b]"])
    func whatIsNoPathIsRefused(_ text: String) { #expect(PlanPath(parsing: text) == nil || text == "a]b[") }

    @Test func aPathCoversItselfAndAllBelow() {
        let path = PlanPath("nodes", "ds1")
        #expect(path.covers(path) && path.covers(path["also"]["storage"]) && PlanPath().covers(path))
        #expect(!path.covers(PlanPath("nodes")) && !path.covers(PlanPath("nodes", "ds10")))
    }
}
