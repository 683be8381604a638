import NetPlan

extension Promises {
    /// dhcpd.conf: blocks that inherit from what stands around them; a `host` finds its subnet by its address.
    init(dhcpd text: String) {
        var blocks: [(head: [String], told: [String: String])] = []
        var classes: [String: String] = [:]
        var later: [(mac: String, told: [String: String])] = []
        for line in text.split(separator: "\n").map({ $0.trimmingPrefix(while: \.isWhitespace) }) where !line.hasPrefix("#") {
            let words = line.split { " ;,\"".contains($0) }.map(String.init)
            if words[0] == "host", words.count > 10 {
                let own = ["address": words[7], "hostname": words[10]]
                later.append((words[5], blocks.reduce([:]) { $0.merging($1.told) { $1 } }.merging(own) { $1 }))
            } else if line.hasSuffix("{") {
                blocks.append((words, [:]))
                if words[0] == "subnet", let mask = IPv4Address(words[3]), let first = IPv4Address(words[1]) {
                    blocks[blocks.count - 1].head = ["subnet", Prefix(mask: mask, around: first)?.description ?? ""]
                    // Its own times, where it is told no others.
                    blocks[blocks.count - 1].told = ["min-lease-time": "300", "default-lease-time": "43200", "max-lease-time": "86400"]
                }
            } else if line == "}" {
                let block = blocks.removeLast()
                if block.head[0] == "subnet" { subnets[block.head[1]] = block.told }
            } else if words[0] == "match" {
                classes[blocks.last?.head[1] ?? ""] = words.last
            } else if words[0] == "allow" || words[0] == "deny" {
                blocks[blocks.count - 1].told["class"] = words[0] == "allow" ? classes[words[3]] : ""
            } else if words[0] == "range" {
                let subnet = blocks.first { $0.head[0] == "subnet" }?.head[1] ?? ""
                lend(words[1], words.last ?? "", of: subnet, to: blocks.last?.told["class"] ?? "")
            } else if !blocks.isEmpty {
                let name = words[0] == "option" ? words[1] : words[0]
                blocks[blocks.count - 1].told[name] = words.dropFirst(words[0] == "option" ? 2 : 1).joined(separator: ",")
            }
        }
        for (mac, told) in later { know(mac, told) }
    }
}
