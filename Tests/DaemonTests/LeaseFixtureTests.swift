import Testing

/// A case without a server would be a case without a test.
@Suite struct LeaseFixtureTests {
    @Test(arguments: LeaseDaemon.allCases)
    func `Every server has its fixtures`(daemon: LeaseDaemon) throws {
        #expect(try Site.all(of: "DHCP").count { try !$0.isExample && !$0.files(of: daemon.rawValue).isEmpty } >= 2)
    }
}
