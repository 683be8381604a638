internal import NetPlan
internal import Shell

/// The POSIX script that makes one node a member of the swarm.
struct MemberScript {
    let plan: Plan
    let node: Reference<Node>
    let address: IPv4Address
    let beginsSwarm: Bool
    /// The manager that it joins by, and where that is; nil where there is no other.
    let host: Reference<Node>?
    let hostAddress: IPv4Address?

    var path: String { "swarm/nodes/\(plan[node].name).sh" }

    private var isManager: Bool { plan[node].role == .manager }

    /// The whole script: what it is, its functions, what the plan wants, and the run.
    var text: TextBuffer {
        var text = TextBuffer()
        appendHeader(to: &text)
        for function in functions {
            text.newline()
            text.append(line: function.text)
        }
        text.newline()
        text.append(line: "plan() {")
        for call in calls { text.append(line: "    \(call.map { $0.joined(separator: " ") }.joined(separator: " \\\n        "))") }
        text.append(line: "}")
        text.newline()
        appendRun(to: &text)
        return text
    }

    private func appendHeader(to text: inout TextBuffer) {
        let name = plan[node].name
        text.append(line: "#!/bin/sh")
        text.append(line: "# Site \(plan.site): makes \(name) a \(plan[node].role.rawValue) of the swarm.")
        text.append(line: "#")
        if beginsSwarm {
            text.append(line: "#     sh \(path)          on \(name) as root, before all other nodes: it begins the swarm")
            text.append(line: "#")
            text.append(
                line:
                    "# Then each other node's own, by the join token that 'docker swarm join-token' prints here. Then come the networks and the"
            )
            text.append(line: "# labels: docker/nodes/*.sh on their nodes, and docker/swarm.sh on a manager.")
        }
        if let host {
            let manager = plan[host].name
            if beginsSwarm { text.append(line: "# Where there is a swarm that \(name) was lost from, it joins that one as the others do:") }
            if beginsSwarm { text.append(line: "#") }
            text.append(
                line: "#     ssh \(manager) docker swarm join-token --quiet \(plan[node].role.rawValue) | ssh \(name) sh \(path) join")
            text.append(line: "#")
            text.append(
                line:
                    "# as root on \(name). The token comes by standard input and is kept nowhere: who has it can join the swarm. A member needs none."
            )
        }
        text.append(line: "#")
        text.append(
            line:
                "# It can be run again at any time. What is as planned stays untouched; what differs, and can't be changed under a swarm, is"
        )
        text.append(line: "# said before anything is done, and the script ends with 1.")
        text.append(line: "# Written by netplan-swarm from the plan: change the plan, not this file.")
        text.append(line: "set -eu")
    }

    /// Only those that this script calls, each after those that it calls itself.
    private var functions: [ShellFunction] {
        var functions: [ShellFunction] = [.messages, .expectNode]
        if !daemonKeys.isEmpty { functions += [.daemon] }
        functions.append(.subnet)
        if plan.pools.gwbridge != nil { functions += [.makeGatewayBridge, hasUsualBridge ? .usualGatewayBridge : .gatewayBridge] }
        functions.append(.member)
        if isManager { functions.append(.addressPool) }
        if beginsSwarm { functions.append(.ingress) }
        return functions
    }

    /// What the engine has to know before there is a swarm.
    private var daemonKeys: DaemonKeys {
        var keys = DaemonKeys()
        keys.take(plan.pools)
        return keys
    }

    /// Whether docker_gwbridge has the network that Docker gives it first: then it is nobody's wish.
    private var hasUsualBridge: Bool { plan.pools.gwbridge == Pools().gwbridge }

    /// Each call in rows of words.
    private var calls: [[[String]]] {
        let pools = plan.pools
        var calls: [[[String]]] = []
        if !daemonKeys.isEmpty {
            calls.append([["daemon", ShellWord(daemonKeys.line).description]] + daemonKeys.traces.map { [ShellWord($0).description] })
        }
        if let bridge = pools.gwbridge, let gateway = bridge.first.next {
            calls.append([[hasUsualBridge ? "usual_gateway_bridge" : "gateway_bridge", "\(bridge)", "\(gateway)"]])
        }
        calls.append([["member", plan[node].role.rawValue, "\(address)"]])
        if isManager { calls.append([["address_pool", "\(pools.swarm.base)", "\(pools.swarm.size)"]]) }
        if beginsSwarm, let gateway = pools.ingress.first.next { calls.append([["ingress", "\(pools.ingress)", "\(gateway)"]]) }
        return calls
    }

    private func appendRun(to text: inout TextBuffer) {
        let pool = plan.pools.swarm
        let join = hostAddress.map { "docker swarm join --advertise-addr \"$1\" --token \"$token\" \($0):2377" }
        let initialize =
            "docker swarm init --advertise-addr \"$1\" --default-addr-pool \(pool.base) --default-addr-pool-mask-length \(pool.size)"
        text.append(line: "# enter ADDRESS: begins the swarm, or joins it.")
        text.append(line: "enter() {")
        switch (beginsSwarm, join) {
        case (true, let join?):
            text.append(line: "    if [ -n \"$token\" ]; then\n        \(join)\n    else\n        \(initialize)\n    fi")
        case (true, nil): text.append(line: "    [ -z \"$token\" ] || stop 'The plan has no other manager to join.'\n    \(initialize)")
        case (false, let join): text.append(line: "    \(join ?? "stop 'The plan has no manager to join.'")")
        }
        text.append(line: "}")
        text.append(
            line: #"""

                begun=
                token=
                case ${1-} in
                    '') ;;
                    join)
                        [ ! -t 0 ] || printf 'Join token: ' >&2
                        IFS= read -r token || :
                        [ -n "$token" ] || stop 'No token came by standard input.'
                        ;;
                    *) stop "It takes nothing, or 'join' and a token by standard input." ;;
                esac
                """#)
        text.append(line: "begins=\(beginsSwarm ? "yes" : "")")
        text.append(line: "expect_node \(ShellWord(plan[node].hostname))")
        text.append(
            line: #"""

                # First look at everything, then do what is missing: what can't be as planned leaves nothing half done.
                pass=check
                plan
                [ "$faults" -eq 0 ] || stop 'Nothing was changed.'
                pass=create
                plan
                [ "$faults" -eq 0 ]
                """#)
    }
}

extension DaemonKeys {
    /// The file in one line.
    fileprivate var line: String { "{\(values.map { "\"\($0.key)\": \($0.json)" }.joined(separator: ", "))}" }

    /// How an engine that has started with them is known, in the words of the script's own question.
    fileprivate var traces: [String] {
        let docker0 = bridge.flatMap { bridge in bridge.first.next.map { ["docker0 \($0) \(bridge)"] } } ?? []
        return docker0 + pools.map { "pool \($0.base) \($0.size)" }
    }
}
