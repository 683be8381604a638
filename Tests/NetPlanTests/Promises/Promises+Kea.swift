import Foundation
import NetPlan
import Testing

extension Promises {
    /// kea-dhcp4.conf: a reservation's own options win over its subnet's, and its class's times over all.
    init(kea text: String) throws {
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [String: Any]])
        let server = try #require(root["Dhcp4"])
        let list = { (map: [String: Any], key: String) in map[key] as? [[String: Any]] ?? [] }
        var classes: [String: [String: Any]] = [:]
        for known in list(server, "client-classes") { classes[known["name"] as? String ?? ""] = known }
        for subnet in list(server, "subnet4") {
            let prefix = try #require(subnet["subnet"] as? String)
            subnets[prefix] = Self.told(subnet)
            for pool in list(subnet, "pools") {
                let ends = try #require(pool["pool"] as? String).split(separator: " - ").map(String.init)
                lend(ends[0], ends[1], of: prefix, to: try Self.prefix(of: pool["client-class"] as? String, in: classes))
            }
            for host in list(subnet, "reservations") {
                var told = Self.told(host)
                for name in host["client-classes"] as? [String] ?? [] { told.merge(Self.told(try #require(classes[name]))) { $1 } }
                know(try #require(host["hw-address"] as? String), told)
            }
        }
    }

    private static func told(_ map: [String: Any]) -> [String: String] {
        var told: [String: String] = [:]
        for option in map["option-data"] as? [[String: Any]] ?? [] {
            told[option["name"] as? String ?? ""] = (option["data"] as? String)?.replacing(", ", with: ",")
        }
        let keys = [
            "min-valid-lifetime": "min-lease-time", "valid-lifetime": "default-lease-time", "max-valid-lifetime": "max-lease-time",
            "ip-address": "address", "hostname": "hostname", "next-server": "next-server", "boot-file-name": "filename",
        ]
        for (key, name) in keys { if let value = map[key] { told[name] = "\(value)" } }
        return told
    }

    /// The start of the MACs of a class by its test; "" for the class of all others, which must name each.
    private static func prefix(of name: String?, in classes: [String: [String: Any]]) throws -> String {
        guard let name else { return "" }
        let test = try #require(classes[name]?["test"] as? String)
        guard let digits = test.split(separator: "0x").dropFirst().first else {
            #expect(test.hasPrefix("not ("))
            return ""
        }
        return stride(from: 0, to: digits.count, by: 2).map { String(digits.dropFirst($0).prefix(2)) }.joined(separator: ":")
    }
}
