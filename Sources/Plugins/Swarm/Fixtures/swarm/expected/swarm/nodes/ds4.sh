#!/bin/sh
# Site lab: makes ds4 a manager of the swarm.
#
#     ssh ds2 docker swarm join-token --quiet manager | ssh ds4 sh swarm/nodes/ds4.sh join
#
# as root on ds4. The token comes by standard input and is kept nowhere: who has it can join the swarm. A member needs none.
#
# It can be run again at any time. What is as planned stays untouched; what differs, and can't be changed under a swarm, is
# said before anything is done, and the script ends with 1.
# Written by netplan-swarm from the plan: change the plan, not this file.
set -eu

faults=0
say() { printf '%s\n' "$1"; }
fault() {
    faults=$((faults + 1))
    printf '%s\n' "$@" >&2
}
stop() {
    fault "$@"
    exit 1
}

# expect_node HOSTNAME: a slice belongs to one node, and on another one it hands out addresses twice.
expect_node() {
    name=$(docker info --format '{{.Name}}') || name=
    [ -n "$name" ] || stop 'Docker does not answer here.'
    [ "$name" = "$1" ] || stop "This script is for the node $1, and this engine calls itself $name: run it on $1." \
        "    If they are one machine, write 'hostname: $name' for it in the plan."
}

# merged JSON: daemon.json with these keys in it; nothing where it has them. Keys of others stay as they are.
merged() {
    if [ ! -s "$file" ]; then
        printf '%s\n' "$1"
    elif command -v python3 >/dev/null; then
        python3 -c 'import json, sys
has = json.load(open(sys.argv[1]))
wants = {**has, **json.loads(sys.argv[2])}
if wants != has: json.dump(wants, sys.stdout, indent=2)' "$file" "$1"
    else
        jq --argjson keys "$1" 'if . + $keys == . then empty else . + $keys end' "$file"
    fi
}

# traces: what the running engine has of them, a line each.
traces() {
    docker network inspect --format '{{range .IPAM.Config}}docker0 {{.Gateway}} {{.Subnet}}{{end}}' bridge &&
        docker info --format '{{range .DefaultAddressPools}}pool {{.Base}} {{.Size}}{{println}}{{end}}'
}

# restart: the engine, until it answers.
restart() {
    if command -v systemctl >/dev/null; then systemctl restart docker; else service docker restart; fi
    for wait in 0 1 1 1 2 2 3 5 5 10; do
        sleep "$wait"
        if docker version >/dev/null 2>&1; then return 0; fi
    done
    stop "Docker does not answer since it was started anew with other keys in $file."
}

# daemon JSON TRACE...: the engine's pools, for which it has to be started anew.
daemon() {
    file=/etc/docker/daemon.json
    keys=$1
    shift
    [ ! -s "$file" ] || command -v python3 >/dev/null || command -v jq >/dev/null ||
        stop "$file has keys of others, and to add ours it takes python3 or jq: install one of them."
    new=$(merged "$keys") || stop "$file can't be read."
    has=$(traces) || stop 'Docker does not say what pools it has.'
    missing=$new
    for trace; do printf '%s\n' "$has" | grep -qxF -e "$trace" || missing=$trace; done
    if [ -z "$missing" ]; then
        [ "$pass" = check ] || say 'daemon.json: unchanged'
    elif [ "$(id -u)" -ne 0 ]; then
        fault 'Docker has to be started anew with other pools: run this script as root.'
    elif [ -n "$(docker ps --quiet)" ]; then
        fault 'Docker has to be started anew with other pools, and containers run here: stop them first, or drain the node.' \
            "    The plan wants in $file: $keys"
    elif [ "$pass" = create ]; then
        if [ -n "$new" ]; then
            mkdir -p "${file%/*}"
            # The old one is kept, and lends its mode to the new one.
            [ ! -e "$file" ] || { cp -p "$file" "$file.old" && cp -p "$file" "$file.new"; }
            printf '%s\n' "$new" >"$file.new"
            mv "$file.new" "$file"
        fi
        restart
        has=$(traces) || stop 'Docker does not say what pools it has.'
        for trace; do printf '%s\n' "$has" | grep -qxF -e "$trace" || stop "Docker was started anew, and does not have: $trace"; done
        say 'daemon.json: set, and Docker started anew'
    fi
}

# subnet NAME: of a network that is there, else nothing.
subnet() {
    names=$(docker network ls --format '{{.Name}}') || stop 'Docker does not list its networks.'
    printf '%s\n' "$names" | grep -qxF -e "$1" || return 0
    docker network inspect --format '{{range .IPAM.Config}}{{.Subnet}}{{end}}' "$1"
}

# make_gateway_bridge OPTION...: docker_gwbridge, by which containers of overlays leave the node.
make_gateway_bridge() {
    docker network create --driver=bridge "$@" --opt=com.docker.network.bridge.name=docker_gwbridge \
        --opt=com.docker.network.bridge.enable_icc=false --opt=com.docker.network.bridge.enable_ip_masquerade=true docker_gwbridge 2>&1
}

# gateway_bridge SUBNET GATEWAY: docker_gwbridge as the plan has it.
gateway_bridge() {
    has=$(subnet docker_gwbridge)
    if [ "$has" = "$1" ]; then
        [ "$pass" = check ] || say 'network docker_gwbridge: unchanged'
    elif [ -n "$has" ]; then
        fault "Network docker_gwbridge has $has, and the plan wants $1: Docker can't change a network." \
            "    Write 'gwbridge: $has' below 'pools' in the plan; or else" \
            "    drain this node, 'docker swarm leave', 'docker network rm docker_gwbridge', and run this script again."
    elif [ "$pass" = create ]; then
        answer=$(make_gateway_bridge --subnet="$1" --gateway="$2") ||
            stop 'Network docker_gwbridge could not be made. Docker says:' "    $answer"
        say 'network docker_gwbridge: created'
    fi
}

# state: of this node in a swarm: inactive, pending, active, error or locked.
state() { docker info --format '{{.Swarm.LocalNodeState}}' || stop 'Docker does not answer here.'; }

# is_manager: only a manager knows the swarm.
is_manager() { [ "$(docker info --format '{{.Swarm.ControlAvailable}}')" = true ]; }

# expect_role ROLE: what the node is in its swarm.
expect_role() {
    if is_manager; then has=manager; else has=worker; fi
    case $1/$has in
        manager/worker) fault "This node is a worker, and the plan has a manager. On a manager: docker node promote $name" ;;
        worker/manager) fault "This node is a manager, and the plan has a worker. On a manager: docker node demote $name" ;;
    esac
}

# member ROLE ADDRESS: this node in the swarm.
member() {
    case $(state) in
        active)
            has=$(docker info --format '{{.Swarm.NodeAddr}}')
            [ "$has" = "$2" ] || fault "This node is in a swarm as $has, and the plan says $2." \
                "    Drain it, 'docker swarm leave', and run this script again; or write its address in the plan."
            expect_role "$1"
            [ "$pass" = check ] || say "member of the swarm: unchanged"
            ;;
        inactive)
            if [ -z "$token$begins" ]; then
                fault "This node joins the swarm by a token, which comes by standard input where 'join' stands behind the script's name." \
                    "    On a manager: docker swarm join-token --quiet $1"
            elif [ "$pass" = create ]; then
                answer=$(enter "$2" 2>&1) || stop 'This node is no member of the swarm. Docker says:' "    $answer"
                expect_role "$1"
                [ -n "$token" ] || begun=yes
                say "member of the swarm: ${token:+joined}${begun:+begun}"
            fi
            ;;
        *) fault "This node is in no swarm, and not out of one either: 'docker info' tells more." ;;
    esac
}

# address_pool BASE SIZE: where Docker takes a subnet from that nobody gave.
address_pool() {
    is_manager || return 0
    has=$(docker info --format '{{range .Swarm.Cluster.DefaultAddrPool}}{{.}} {{end}}{{.Swarm.Cluster.SubnetSize}}')
    case $has in 0 | 24) has='10.0.0.0/8 24' ;; esac
    [ "$has" = "$1 $2" ] || fault "The swarm's address pool (base and size) is $has, and the plan wants $1 $2: it is told as a swarm begins." \
        "    Write the swarm's own as pools.swarm in the plan; or let all nodes leave, and begin it anew."
}

plan() {
    daemon '{"bip": "10.210.255.1/24", "default-address-pools": [{"base": "10.210.0.0/16", "size": 24}, {"base": "10.211.0.0/20", "size": 26}]}' \
        'docker0 10.210.255.1 10.210.255.0/24' \
        'pool 10.210.0.0/16 24' \
        'pool 10.211.0.0/20 26'
    gateway_bridge 10.210.254.0/24 10.210.254.1
    member manager 192.168.9.14
    address_pool 10.202.0.0/16 25
}

# enter ADDRESS: begins the swarm, or joins it.
enter() {
    docker swarm join --advertise-addr "$1" --token "$token" 192.168.0.12:2377
}

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
begins=
expect_node 'ds4'

# First look at everything, then do what is missing: what can't be as planned leaves nothing half done.
pass=check
plan
[ "$faults" -eq 0 ] || stop 'Nothing was changed.'
pass=create
plan
[ "$faults" -eq 0 ]
