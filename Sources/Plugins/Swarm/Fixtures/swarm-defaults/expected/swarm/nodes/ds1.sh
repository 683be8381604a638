#!/bin/sh
# Site home: makes ds1 a manager of the swarm.
#
#     sh swarm/nodes/ds1.sh          on ds1 as root, before all other nodes: it begins the swarm
#
# Then each other node's own, by the join token that 'docker swarm join-token' prints here. Then come the networks and the
# labels: docker/nodes/*.sh on their nodes, and docker/swarm.sh on a manager.
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

# usual_gateway_bridge SUBNET GATEWAY: docker_gwbridge, of which the plan says nothing. One that is there stays.
usual_gateway_bridge() {
    has=$(subnet docker_gwbridge)
    if [ "$has" = "$1" ]; then
        [ "$pass" = check ] || say 'network docker_gwbridge: unchanged'
    elif [ -n "$has" ]; then
        [ "$pass" = check ] || say "network docker_gwbridge, which has $has: unchanged"
    elif [ "$pass" = create ]; then
        if make_gateway_bridge --subnet="$1" --gateway="$2" >/dev/null; then
            say 'network docker_gwbridge: created'
        else
            answer=$(make_gateway_bridge) || stop 'Network docker_gwbridge could not be made. Docker says:' "    $answer"
            say "network docker_gwbridge, with $(subnet docker_gwbridge) as $1 is taken: created"
        fi
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

# await_ingress: a new swarm has it in a moment.
await_ingress() {
    for wait in 0 1 1 1 1 1 1 1 1 1; do
        sleep "$wait"
        has=$(subnet ingress)
        [ -z "$has" ] || return 0
    done
}

# ingress SUBNET GATEWAY: the routing mesh. A swarm that has just begun has no service, and takes another.
ingress() {
    is_manager || return 0
    if [ -n "$begun" ]; then await_ingress; else has=$(subnet ingress); fi
    if [ "$has" = "$1" ]; then
        [ "$pass" = check ] || say 'network ingress: unchanged'
    elif [ -n "$has" ] && [ -z "$begun" ]; then
        fault "Network ingress has $has, and the plan wants $1: Docker can't change a network." \
            "    Take away the services that publish ports, 'docker network rm ingress', and run this script again."
    elif [ "$pass" = create ]; then
        [ -z "$has" ] || answer=$(echo y | docker network rm ingress 2>&1) || stop 'Network ingress could not be removed. Docker says:' "    $answer"
        for wait in 1 1 1 2 3 0; do
            answer=$(docker network create --driver=overlay --ingress --subnet="$1" --gateway="$2" ingress 2>&1) && break
            case $answer in *'already exists'* | *'already present'*) sleep "$wait" ;; *) break ;; esac
        done
        await_ingress
        [ "$has" = "$1" ] || stop "Network ingress could not be made with $1. Docker says:" "    $answer"
        say 'network ingress: created'
    fi
}

plan() {
    usual_gateway_bridge 172.18.0.0/16 172.18.0.1
    member manager 192.168.0.11
    address_pool 10.0.0.0/8 24
    ingress 10.0.0.0/24 10.0.0.1
}

# enter ADDRESS: begins the swarm, or joins it.
enter() {
    [ -z "$token" ] || stop 'The plan has no other manager to join.'
    docker swarm init --advertise-addr "$1" --default-addr-pool 10.0.0.0/8 --default-addr-pool-mask-length 24
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
begins=yes
expect_node 'ds1'

# First look at everything, then do what is missing: what can't be as planned leaves nothing half done.
pass=check
plan
[ "$faults" -eq 0 ] || stop 'Nothing was changed.'
pass=create
plan
[ "$faults" -eq 0 ]
