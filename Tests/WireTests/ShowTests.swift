import Foundation
import Testing

@testable import NetPlan
@testable import Wire

@Suite struct ShowTests {
    @Test func saysWhatTheContractSays() throws {
        let shown = String(decoding: JSON.show(try Samples.smallestAllocation()), as: UTF8.self)
        #expect(try value(shown) == value(Self.smallest))
        #expect(shown.hasSuffix("}\n"))
    }

    @Test func keepsTheContractsOrderAndIndent() throws {
        let shown = String(decoding: JSON.show(try Samples.smallestAllocation()), as: UTF8.self)
        let start = """
            {
              "schemaVersion": 1,
              "site": "home",
              "domain": "home.arpa",
              "addresses": [
                {
                  "name": "home-gateway",
                  "kind": "gateway",
                  "node": null,
            """
        #expect(shown.hasPrefix(start))
    }

    @Test func namesAServicesNodeAndAMAC() throws {
        var allocation = try Samples.smallestAllocation()
        let owner = AllocatedAddress.Owner.service(Reference(0), on: Reference(1))
        allocation.addresses = [
            AllocatedAddress(
                name: "pihole", owner: owner, lan: Reference(0), address: .v4(Samples.v4(192, 168, 0, 248)),
                mac: MACAddress("de:ad:ab:6b:d3:09"),
                origin: .locked)
        ]
        let shown = String(decoding: JSON.show(allocation), as: UTF8.self)
        #expect(
            shown.contains(#""node": "ds2""#) && shown.contains(#""mac": "de:ad:ab:6b:d3:09""#) && shown.contains(#""origin": "locked""#))
    }

    @Test func anEmptyListIsEmpty() throws {
        var allocation = try Samples.smallestAllocation()
        allocation.leasable = [Leasable(lan: Reference(0), ranges: [])]
        allocation.overlays = []
        let shown = String(decoding: JSON.show(allocation), as: UTF8.self)
        #expect(shown.contains(#""ranges": []"#) && shown.contains(#""overlays": [],"#))
    }

    private func value(_ text: String) throws -> NSObject? { try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSObject }

    static let smallest = """
        {"schemaVersion": 1, "site": "home", "domain": "home.arpa",
         "addresses": [
          {"name": "home-gateway", "kind": "gateway", "node": null, "lan": "home", "address": "192.168.0.1", "mac": null, "origin": "declared"},
          {"name": "ds1", "kind": "node", "node": null, "lan": "home", "address": "192.168.0.11", "mac": null, "origin": "declared"},
          {"name": "ds2", "kind": "node", "node": null, "lan": "home", "address": "192.168.0.12", "mac": null, "origin": "declared"},
          {"name": "ds3", "kind": "node", "node": null, "lan": "home", "address": "192.168.0.13", "mac": null, "origin": "declared"}],
         "slices": [
          {"macvlan": "pihole", "node": "ds1", "lan": "home", "prefix": "192.168.0.252/30", "usable": ["192.168.0.252-192.168.0.254"],
           "origin": "allocated"},
          {"macvlan": "pihole", "node": "ds2", "lan": "home", "prefix": "192.168.0.248/30", "usable": ["192.168.0.248-192.168.0.251"],
           "origin": "allocated"}],
         "overlays": [{"name": "proxy_traefik", "prefix": "10.201.0.0/24", "gateway": "10.201.0.1", "origin": "allocated"}],
         "leasable": [{"lan": "home", "ranges": ["192.168.0.100-192.168.0.199"]}]}
        """
}
