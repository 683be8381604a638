import NetPlan
import Testing

struct EngineVersionTests {
    @Test(arguments: [GoodText("20.10"), GoodText("28.0.0"), GoodText("29", "29.0"), GoodText("20.10.24"), GoodText("0.0")])
    func oneToThreeNumbersAreRead(_ good: GoodText) {
        let found = read(good.text, EngineVersion.init(parsing:))
        #expect(found?.description == good.canonical)
    }

    @Test(arguments: [
        BadText("", "one to three numbers", at: 0), BadText("20.", "one to three numbers", at: 3),
        BadText(".20", "one to three numbers", at: 0),
        BadText("20.10.1.1", "one to three numbers", at: 8), BadText("20.x", "one to three numbers", at: 3),
        BadText("v20", "one to three numbers", at: 0),
        BadText("20.010", "one to three numbers", at: 3), BadText("1000", "one to three numbers", at: 0),
        BadText("20.10-ce", "one to three numbers", at: 3),
        BadText("20.-1", "one to three numbers", at: 3),
    ])
    func anythingElseIsRefusedWhereItIsWrong(_ bad: BadText) { expectRefused(bad, EngineVersion.init(parsing:)) }

    @Test func laterReleasesAreGreater() {
        let sorted = ["19.3", "20.10", "20.10.1", "20.10.24", "27.0", "28.0.1", "29"].compactMap { read($0, EngineVersion.init(parsing:)) }
        #expect(sorted == sorted.shuffled().sorted())
        #expect(sorted.count == 7)
    }
}
