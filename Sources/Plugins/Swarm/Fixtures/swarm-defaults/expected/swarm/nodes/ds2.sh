#!/bin/sh
# Site home: makes ds2 a worker of the swarm.
#
#     ssh ds1 docker swarm join-token --quiet worker | ssh ds2 sh swarm/nodes/ds2.sh join
#
# as root on ds2. The token comes by standard input and is kept nowhere: who has it can join the swarm. A member needs none.
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

plan() {
    usual_gateway_bridge 172.18.0.0/16 172.18.0.1
    member worker 192.168.0.12
}

# enter ADDRESS: begins the swarm, or joins it.
enter() {
    docker swarm join --advertise-addr "$1" --token "$token" 192.168.0.11:2377
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
expect_node 'ds2'

# First look at everything, then do what is missing: what can't be as planned leaves nothing half done.
pass=check
plan
[ "$faults" -eq 0 ] || stop 'Nothing was changed.'
pass=create
plan
[ "$faults" -eq 0 ]
