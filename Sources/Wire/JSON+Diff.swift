extension JSON {
    /// One change of a host, as `diff --json` lists it.
    public struct DiffListing: Sendable, Hashable {
        /// "add", "change", "remove" or "recreate".
        public var change: String
        /// "file", "network", "labels" or "shim".
        public var kind: String
        /// A file's path on its host; else a network's, a node's or an interface's name.
        public var name: String
        public var emitter: String
        /// How much of a file is ours: "whole", "block" or "keys"; nil where it is no file.
        public var part: String?
        /// Whose it is where it is not ours: "foreign" or "edited".
        public var claim: String?
        /// The argument list that is run after it.
        public var reload: [String]?
        /// What is disturbed, a sentence each.
        public var disturbs: [String]
        /// As `diff -u` prints it; nil where it is no file.
        public var diff: String?

        /// Lists a change.
        public init(
            change: String, kind: String, name: String, emitter: String, part: String? = nil, claim: String? = nil,
            reload: [String]? = nil, disturbs: [String] = [], diff: String? = nil
        ) {
            self.change = change
            self.kind = kind
            self.name = name
            self.emitter = emitter
            self.part = part
            self.claim = claim
            self.reload = reload
            self.disturbs = disturbs
            self.diff = diff
        }
    }

    /// `diff --json`, and `apply --json`: what differs on a host, or what was changed there.
    ///
    ///     {"schemaVersion": 1, "site": "home", "node": "ds1", "root": "/", "applied": false, "changes": [{"change": "change", "kind":
    ///      "file", "name": "/etc/hosts", …}], "needs": ["--take /etc/hosts"], "obstacles": [], "unread": [], "notes": []}
    ///
    /// `needs` are the flags without which `apply` refuses; `obstacles` what has to be done by hand before, each with its steps.
    public static func diff(
        _ changes: [DiffListing], site: String, node: String, root: String, applied: Bool, needs: [String], unread: [String],
        notes: [String],
        obstacles: [(sentence: String, steps: [String])] = []
    ) -> [UInt8] {
        document { json in
            json.field("site", site)
            json.field("node", node)
            json.field("root", root)
            json.field("applied", applied)
            json.field("changes", changes) { json, change in
                json.object { json in
                    json.field("change", change.change)
                    json.field("kind", change.kind)
                    json.field("name", change.name)
                    json.field("emitter", change.emitter)
                    json.field("part", change.part)
                    json.field("claim", change.claim)
                    json.field("reload", change.reload)
                    json.field("disturbs", change.disturbs)
                    json.field("diff", change.diff)
                }
            }
            json.field("needs", needs)
            json.field("obstacles", obstacles) { json, obstacle in
                json.object { json in
                    json.field("message", obstacle.sentence)
                    json.field("steps", obstacle.steps)
                }
            }
            json.field("unread", unread)
            json.field("notes", notes)
        }
    }
}
