public import NetPlan

extension JSON {
    /// `who --json`: everything that an address, a MAC or a name is.
    ///
    ///     {"schemaVersion": 1, "asked": "nas", "answers": [{"kind": "node", "name": "ds1", "address": "192.168.0.11", …}]}
    ///
    /// `emitters` are those whose files hold it; `locating` walks a place to its line.
    public static func who(
        _ asked: String, _ answers: [(answer: Answer, emitters: [String])], in plan: Plan, locating: (Place) -> Location?
    ) -> [UInt8] {
        document { json in
            json.field("asked", asked)
            json.field("answers", answers) { json, found in
                let answer = found.answer
                json.object { json in
                    json.field("kind", answer.kind.rawValue)
                    json.field("is", answer.phrase)
                    json.field("name", answer.name)
                    json.field("node", answer.node?.description)
                    json.field("lan", answer.lan.map { plan[$0].name.description })
                    json.field("address", answer.address?.description)
                    json.field("network", answer.network?.description)
                    json.field("range", answer.range?.text)
                    json.field("mac", answer.mac?.description)
                    json.field("names", answer.names)
                    json.field("origin", answer.origin?.rawValue)
                    json.key("declared")
                    json.place(answer.declared.flatMap(locating))
                    json.key("locked")
                    json.place(answer.locked.flatMap(locating))
                    json.field("covers", answer.covers) { json, cover in
                        json.object { json in
                            json.field("kind", cover.kind.rawValue)
                            json.field("is", cover.phrase)
                            json.field("range", cover.range?.text)
                            json.location(locating(cover.place))
                        }
                    }
                    json.field("emitters", found.emitters)
                }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func place(_ location: Location?) {
        guard let location else { return null() }
        object { $0.location(location) }
    }
}
