#!/bin/sh
# Site home: the Docker networks of the whole swarm, and the labels of its nodes.
#
#     sh docker/swarm.sh        once, on a manager, after each node's own script in docker/nodes
#
# It can be run again at any time. What is as planned stays untouched, what is missing is made. Where a network is
# there and differs from the plan, it says how, makes nothing, and ends with 1.
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

# expect_manager: only a manager knows the swarm.
expect_manager() {
    control=$(docker info --format '{{.Swarm.ControlAvailable}}') || stop 'Docker does not answer here.'
    [ "$control" = true ] || stop 'This engine is no manager of a swarm: run the script on one that is.'
}

# options NAME: what `docker network create` would be told to make the network that is there, an option a line.
options() {
    docker network inspect --format '
{{if .ConfigOnly}}--config-only{{else}}--driver={{.Driver}}{{end}}
{{if eq .Scope "swarm"}}--scope=swarm
{{if .Attachable}}--attachable{{end}}{{end}}
{{if .Internal}}--internal{{end}}
{{if .ConfigFrom.Network}}--config-from={{.ConfigFrom.Network}}{{else}}
{{range .IPAM.Config}}--subnet={{.Subnet}}
--gateway={{.Gateway}}
--ip-range={{.IPRange}}
{{range .AuxAddress}}--aux-address={{.}}
{{end}}{{else}}{{index .Labels "netplan-swarm.settings"}}{{end}}
--opt=parent={{index .Options "parent"}}
--opt=macvlan_mode={{index .Options "macvlan_mode"}}
--opt=com.docker.network.driver.mtu={{index .Options "com.docker.network.driver.mtu"}}
{{range $key, $value := .Options}}{{if eq $key "encrypted"}}--opt=encrypted{{end}}{{end}}
{{end}}' "$1"
}

# essence: leaves out of such lines what makes no difference: labels, names of held-back addresses, Docker's defaults.
essence() {
    sed -e '/^--label=/d' -e 's/^--aux-address=.*=/--aux-address=/' \
        -e '/^$/d' -e '/=$/d' -e '/=invalid IP$/d' -e '/=invalid Prefix$/d' \
        -e '/^--opt=macvlan_mode=bridge$/d' -e '/^--opt=com\.docker\.network\.driver\.mtu=1500$/d'
}

# compare NAME OPTION...: reports where the network that is there differs from these options.
compare() {
    name=$1
    shift
    has=$(options "$name") || stop "Docker can't say what network $name is."
    has=$(printf '%s\n' "$has" | tr ' ' '\n' | essence)
    wants=$(printf '%s\n' "$@" | essence)
    extra=$(printf '%s\n' "$has" | grep -vxF -e "$wants") || :
    missing=$(printf '%s\n' "$wants" | grep -vxF -e "$has") || :
    [ -n "$extra$missing" ] || return 0
    case "$*" in
        *--config-only*) advice="Remove the services on ${name%-config}, then 'docker network rm ${name%-config}' on a manager. Once the last of their
    containers is gone, 'docker network rm $name' here; then run this script again, and docker/swarm.sh on a manager." ;;
        *--scope=swarm*) advice="Remove the services on $name, then 'docker network rm $name', and run this script again." ;;
        *) advice="Remove the containers on $name, then 'docker network rm $name', and run this script again." ;;
    esac
    fault "Network $name differs from the plan, and Docker can't change a network." \
        "    It has:         $(printf '%s' "${extra:-nothing}" | tr '\n' ' ')" \
        "    The plan wants: $(printf '%s' "${missing:-none of that}" | tr '\n' ' ')" \
        "    $advice"
}

# create NAME OPTION...: for a moment the name of a removed network is still taken.
create() {
    name=$1
    shift
    for wait in 1 1 2 3 0; do
        answer=$(docker network create "$@" "$name" 2>&1) && return 0
        case $answer in
            *'already exists'*) sleep "$wait" ;;
            *) break ;;
        esac
    done
    fault "Network $name could not be made. Docker says:" "    $answer"
    return 1
}

# exists NAME: by its whole name, where `docker network inspect` would also take the start of an ID.
exists() {
    names=$(docker network ls --format '{{.Name}}') || stop 'Docker does not list its networks.'
    printf '%s\n' "$names" | grep -qxF -e "$1"
}

# network NAME OPTION...: a network, with the options of `docker network create`.
network() {
    if exists "$1"; then
        if [ "$pass" = check ]; then compare "$@"; else say "network $1: unchanged"; fi
    elif [ "$pass" = create ] && create "$@"; then
        say "network $1: created"
    fi
}

# subnet NAME: its driver and subnet; empty where Docker has not given it its own.
subnet() { docker network inspect --format '{{.Driver}}{{range .IPAM.Config}} {{.Subnet}}{{end}}' "$1"; }

# swarm_networks: each with its subnet, to see which one another meets.
swarm_networks() {
    docker network ls --quiet --no-trunc --filter scope=swarm |
        xargs docker network inspect --format '    {{.Name}}{{range .IPAM.Config}} {{.Subnet}}{{end}}'
}

# await_subnet NAME OPTION...: Docker takes an overlay that meets another one, never gives it its subnet, and says nothing.
await_subnet() {
    for wait in 0 1 1 1 1 1 1 1 1 1 1; do
        sleep "$wait"
        case $(subnet "$1") in ?*' '?*) return 0 ;; esac
    done
    docker network rm "$1" >/dev/null || :
    fault "Overlay $1 was not made: its subnet $(printf '%s\n' "$@" | sed -n 's/^--subnet=//p') meets another network of the swarm." \
        "    What was begun is removed again. The swarm has:" "$(swarm_networks)"
    return 1
}

# overlay NAME OPTION...: an overlay network, with the options of `docker network create`.
overlay() {
    if exists "$1"; then
        has=$(subnet "$1") || stop "Docker can't say what network $1 is."
        case $has in
            ?*) network "$@" ;;
            *) fault "Overlay $1 is there, but Docker never gave it a subnet: what it asked for meets another network of the swarm." \
                "    No task can start in it: 'docker network rm $1', and run this script again. The swarm has:" "$(swarm_networks)" ;;
        esac
    elif [ "$pass" = create ] && create "$@" && await_subnet "$@"; then
        say "network $1: created"
    fi
}

plan() {
    # overlay proxy_traefik: 10.201.0.0/24
    overlay 'proxy_traefik' --driver=overlay --scope=swarm --attachable \
        --subnet='10.201.0.0/24' --gateway='10.201.0.1' \
        --label='netplan-swarm.site=home' --label='netplan-swarm.network=proxy_traefik'

    # overlay monitoring: 10.201.1.0/24
    overlay 'monitoring' --driver=overlay --scope=swarm \
        --subnet='10.201.1.0/24' --gateway='10.201.1.1' \
        --label='netplan-swarm.site=home' --label='netplan-swarm.network=monitoring'

    # overlay backup: 10.202.0.0/26
    overlay 'backup' --driver=overlay --scope=swarm \
        --subnet='10.202.0.0/26' --gateway='10.202.0.1' \
        --label='netplan-swarm.site=home' --label='netplan-swarm.network=backup'

    # overlay logging: 10.202.1.0/24
    overlay 'logging' --driver=overlay --scope=swarm \
        --subnet='10.202.1.0/24' --gateway='10.202.1.1' \
        --label='netplan-swarm.site=home' --label='netplan-swarm.network=logging'
}

expect_manager

# First look at everything, then make what is missing: what can't be as planned leaves nothing half made.
pass=check
plan
[ "$faults" -eq 0 ] || stop 'Nothing was changed.'
pass=create
plan
[ "$faults" -eq 0 ]
