public import NetPlan

extension JSON {
    /// `free --json`: what nobody has, and the blocks of a length that could be given away.
    ///
    ///     {"schemaVersion": 1, "of": "LAN home", "networks": ["192.168.0.0/24"], "total": 256, "free": 143,
    ///      "ranges": ["192.168.0.2-192.168.0.10"], "freed": [], "largest": "192.168.0.64/27",
    ///      "blocks": {"size": 30, "count": 33, "first": ["192.168.0.244/30"]}, "waysOut": []}
    ///
    /// `waysOut`, where there is no such block: what would make room for one if it alone were not there.
    public static func free(_ space: FreeSpace, length: Int, locating: (Place) -> Location?) -> [UInt8] {
        let blocks = space.blocks(length: length)
        return document { json in
            json.field("of", space.name)
            json.field("networks", space.networks.map(\.description))
            json.field("total", space.total)
            json.field("free", space.free)
            json.field("ranges", space.runs) { json, range in json.quoted { $0.append(range) } }
            json.field("freed", space.freed.ranges) { json, range in json.quoted { $0.append(range) } }
            json.field("largest", space.largest?.description)
            json.key("blocks")
            json.object { json in
                json.field("size", length)
                json.field("count", blocks.count)
                json.field("first", blocks.first.map(\.description))
            }
            json.field("waysOut", blocks.count == 0 ? space.waysOut(length: length) : []) { json, way in
                json.object { json in
                    json.field("without", way.obstacle.phrase)
                    json.field("block", way.block.description)
                    json.location(locating(way.obstacle.place))
                }
            }
        }
    }
}
