#!/bin/sh
# Site lab: the Docker networks of the whole swarm, and the labels of its nodes.
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

# refuse_engine: Docker 28.0.0 can't make a swarm network from a config-only one; 28.0.1 can again.
refuse_engine() {
    version=$(docker version --format '{{.Server.Version}}') || stop 'Docker does not answer here.'
    case $version in
        28.0.0*) stop "Docker $version breaks macvlans over the swarm: upgrade this engine to 28.0.1 or later." ;;
    esac
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

# swarm_macvlan NAME OPTION...: a macvlan over the swarm. From 28.0.1 on Docker makes it only where its settings are, and a manager
# may have no slice of it: then some that say nothing are there for that moment.
swarm_macvlan() {
    settings=$(printf '%s\n' "$@" | sed -n 's/^--config-from=//p')
    if [ "$pass" = check ] || exists "$1" || exists "$settings"; then
        network "$@"
    elif create "$settings" --config-only; then
        network "$@"
        docker network rm "$settings" >/dev/null
    fi
}

# labels HOSTNAME KEY=VALUE...: labels of a member of the swarm. Others that it has are not touched.
labels() {
    [ "$pass" = create ] || return 0
    hostname=$1
    shift
    has=$(docker node inspect --format '{{range $key, $value := .Spec.Labels}}{{$key}}={{$value}}{{println}}{{end}}' -- "$hostname" 2>&1) || {
        fault "Node $hostname got no labels: this swarm has no member of that name, or several. Docker says:" \
            "    $(printf '%s' "$has" | tail -n 1)" \
            "    'docker node ls' shows the names: write its own as 'hostname' in the plan, or remove the members that are gone."
        return 0
    }
    for label; do
        shift
        printf '%s\n' "$has" | grep -qxF -e "$label" || set -- "$@" --label-add "$label"
    done
    if [ $# -eq 0 ]; then
        say "labels of $hostname: unchanged"
    elif answer=$(docker node update "$@" -- "$hostname" 2>&1); then
        say "labels of $hostname: set"
    else
        fault "Node $hostname did not take its labels. Docker says:" "    $answer"
    fi
}

plan() {
    # macvlan pihole over the swarm: each node takes its slice from its own pihole-config
    swarm_macvlan 'pihole' --driver=macvlan --scope=swarm --attachable --config-from='pihole-config'

    # macvlan camera-recorders over the swarm: each node takes its slice from its own camera-recorders-config
    swarm_macvlan 'camera-recorders' --driver=macvlan --scope=swarm --attachable --config-from='camera-recorders-config'

    labels 'ds1' \
        'netplan-swarm.macvlan.pihole=true' \
        'netplan-swarm.macvlan.camera-recorders=true' \
        'media=true' \
        'note=it'\''s 5'\$' & more'
    labels 'Node-2' \
        'netplan-swarm.macvlan.pihole=true' \
        'netplan-swarm.macvlan.camera-recorders=true'
}

expect_manager
refuse_engine

# First look at everything, then make what is missing: what can't be as planned leaves nothing half made.
pass=check
plan
[ "$faults" -eq 0 ] || stop 'Nothing was changed.'
pass=create
plan
[ "$faults" -eq 0 ]
