internal import NetPlan
internal import Shell

extension DockerScript {
    /// The whole script: what it is, its functions, what the plan wants, and the run.
    var text: TextBuffer {
        var text = TextBuffer()
        appendHeader(to: &text)
        for function in functions {
            text.newline()
            text.append(line: function.text)
        }
        text.newline()
        appendPlan(to: &text)
        text.newline()
        appendRun(to: &text)
        return text
    }

    private func appendHeader(to text: inout TextBuffer) {
        text.append(line: "#!/bin/sh")
        if let node {
            text.append(line: "# Site \(plan.site): the Docker networks of node \(plan[node].name) alone.")
            text.append(line: "#")
            let who = shims.isEmpty ? "" : " as root"
            text.append(line: "#     sh \(path)        on \(plan[node].name)\(who), before docker/swarm.sh")
        } else {
            text.append(line: "# Site \(plan.site): the Docker networks of the whole swarm, and the labels of its nodes.")
            text.append(line: "#")
            text.append(line: "#     sh \(path)        once, on a manager, after each node's own script in docker/nodes")
        }
        text.append(line: "#")
        text.append(
            line: "# It can be run again at any time. What is as planned stays untouched, what is missing is made. Where a network is")
        text.append(line: "# there and differs from the plan, it says how, makes nothing, and ends with 1.")
        if !shims.isEmpty {
            text.append(line: "# The node's own way into a slice (shim) does not survive a restart of the node: run this again then.")
        }
        text.append(line: "# Written by netplan-swarm from the plan: change the plan, not this file.")
        text.append(line: "set -eu")
    }

    /// Only those that this script calls, each after those that it calls itself.
    private var functions: [ShellFunction] {
        var functions: [ShellFunction] = [.messages, node == nil ? .expectManager : .expectNode]
        if !shims.isEmpty { functions.append(.expectRoot) }
        if usesConfigNetworks { functions.append(.refuseEngine) }
        if !networks.isEmpty { functions += [.options, .essence, .compare, .create, .network] }
        if hasSwarmMacvlans { functions.append(.swarmMacvlan) }
        if hasOverlays { functions.append(.overlay) }
        if !shims.isEmpty { functions.append(.shim) }
        if !labels.isEmpty { functions.append(.labels) }
        return functions
    }

    private func appendPlan(to text: inout TextBuffer) {
        text.append(line: "plan() {")
        for (index, network) in networks.enumerated() {
            if index > 0 { text.newline() }
            append(network, to: &text)
        }
        for (index, entry) in labels.enumerated() {
            if index == 0, !networks.isEmpty { text.newline() }
            let words = [plan[entry.node].hostname] + entry.labels.map { "\($0.key)=\($0.value)" }
            append("labels", words.map { [ShellWord($0).description] }, to: &text)
        }
        text.append(line: "}")
    }

    private func append(_ network: NetworkArtifact, to text: inout TextBuffer) {
        text.append(line: "    # \(network.sentence)")
        let verb =
            switch network.driver {
            case .config, .macvlan: "network"
            case .swarmMacvlan: "swarm_macvlan"
            case .overlay: "overlay"
            }
        var rows = network.options(site: plan.site)
        rows[0].insert(ShellWord(network.name).description, at: 0)
        append(verb, rows, to: &text)
        if let shim = Shim(network) {
            let words = [shim.name, shim.slice.description, shim.parent, shim.source.description, shim.mac.description]
            append("shim", [words.map { ShellWord($0).description }], to: &text)
        }
    }

    /// A call, a row a line.
    private func append(_ verb: String, _ rows: [[String]], to text: inout TextBuffer) {
        text.append("    \(verb)")
        for (index, row) in rows.enumerated() {
            if index > 0 { text.append(" \\\n       ") }
            for word in row { text.append(" \(word)") }
        }
        text.newline()
    }

    private func appendRun(to text: inout TextBuffer) {
        if let node {
            text.append(line: "expect_node \(ShellWord(plan[node].hostname))")
        } else {
            text.append(line: "expect_manager")
        }
        if !shims.isEmpty { text.append(line: "expect_root") }
        if usesConfigNetworks { text.append(line: "refuse_engine") }
        text.append(
            line: """

                # First look at everything, then make what is missing: what can't be as planned leaves nothing half made.
                pass=check
                plan
                [ "$faults" -eq 0 ] || stop 'Nothing was changed.'
                pass=create
                plan
                [ "$faults" -eq 0 ]
                """)
    }
}
