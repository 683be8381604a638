extension JSON {
    /// `emitters --json`: those built in and those found on PATH, in the order given.
    ///
    ///     {"schemaVersion": 1, "emitters": [{"name": "hosts", "summary": "our block in …", "reader": "every node", "judge": …, "program": null}]}
    public static func emitters(_ listings: [EmitterListing]) -> [UInt8] {
        document { json in
            json.field("emitters", listings) { json, listing in
                json.object { json in
                    json.field("name", listing.name)
                    json.field("summary", listing.summary)
                    json.field("reader", listing.reader)
                    json.field("judge", listing.judge)
                    json.field("program", listing.program)
                }
            }
        }
    }
}
