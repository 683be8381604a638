public import NetPlan

extension JSON {
    /// `check-router --json`: each thing that the plan asks of a router, and why it is open.
    ///
    ///     {"schemaVersion": 1, "file": "config.xml", "format": "opnsense", "items": 14, "open": 1, "lans": [{"lan": "home",
    ///      "subnet": "192.168.0.0/24", "found": true, "items": [{"kind": "exclusion", "name": "pihole/ds1", "range": "192.168.0.252-192.168.0.255",
    ///      "mac": null, "note": "macvlan slice", "done": false, "line": null, "faults": [{"kind": "leased", "message": …, "line": 60}]}], …}]}
    ///
    /// A line is null where the file has none for it.
    public static func check(_ check: RouterCheck, of file: String, in plan: Plan) -> [UInt8] {
        document { json in
            json.field("file", file)
            json.field("format", check.format.rawValue)
            json.field("items", check.itemCount)
            json.field("open", check.openCount)
            json.field("lans", check.lans) { json, checked in
                json.object { json in
                    json.field("lan", plan[checked.lan].name.description)
                    json.field("subnet", plan[checked.lan].subnet.description)
                    json.field("found", checked.isFound)
                    json.field("line", checked.line)
                    json.field("items", checked.items) { $0.item($1) }
                    json.field("remarks", checked.remarks) { $0.remark($1) }
                }
            }
            json.field("remarks", check.remarks) { $0.remark($1) }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func item(_ item: CheckedItem) {
        object { json in
            json.field("kind", item.kind.rawValue)
            json.field("name", item.name)
            json.field("range", item.range?.text)
            json.field("mac", item.mac?.description)
            json.field("note", item.note)
            json.field("done", item.isDone)
            json.field("line", item.line)
            json.field("faults", item.faults) { json, fault in
                json.object { json in
                    json.field("kind", fault.kind.rawValue)
                    json.field("message", fault.sentence)
                    json.field("range", fault.range?.text)
                    json.field("mac", fault.mac?.description)
                    json.field("line", fault.line)
                }
            }
        }
    }

    fileprivate mutating func remark(_ remark: RouterExport.Remark) {
        object { json in
            json.field("message", remark.sentence)
            json.field("done", !remark.hidesLeases)
            json.field("line", remark.line)
        }
    }
}
