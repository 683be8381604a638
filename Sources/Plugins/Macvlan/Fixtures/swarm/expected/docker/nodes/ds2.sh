#!/bin/sh
# Site lab: the Docker networks of node ds2 alone.
#
#     sh docker/nodes/ds2.sh        on ds2 as root, before docker/swarm.sh
#
# It can be run again at any time. What is as planned stays untouched, what is missing is made. Where a network is
# there and differs from the plan, it says how, makes nothing, and ends with 1.
# The node's own way into a slice (shim) does not survive a restart of the node: run this again then.
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

# expect_root: only root may add an interface.
expect_root() {
    [ "$(id -u)" -eq 0 ] || stop 'This script makes a network interface (shim): run it as root.'
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

# shim INTERFACE SLICE PARENT ADDRESS MAC: the node's own way into a slice, from which the kernel otherwise keeps it away.
shim() {
    link=$(ip -o -d link show dev "$1" 2>/dev/null) || link=
    case $link in
        '') outcome=created ;;
        *" $1@$3: "*' macvlan mode bridge '*) outcome='route set anew' ;;
        *) fault "Interface $1 is there, and is no macvlan in bridge mode on $3." "    'ip link del $1', and run this script again."
            return 0 ;;
    esac
    [ "$pass" = create ] || return 0
    arp=/proc/sys/net/ipv4/conf/$1
    # Of an earlier slice no route may stay: its addresses may be another node's by now.
    if [ "$(ip -4 -o route show dev "$1" 2>/dev/null | sed 's/ *$//')" = "${2%/32} scope link src $4" ]; then
        say "shim $1: unchanged"
    # To the LAN the node's address keeps the MAC of $3: the shim answers its slice alone, and asks in another name.
    elif { [ -n "$link" ] || ip link add "$1" link "$3" type macvlan mode bridge; } &&
        echo 1 >"$arp/arp_filter" && echo 2 >"$arp/arp_announce" && ip addr replace 169.254.0.1/32 dev "$1" scope link &&
        ip link set "$1" address "$5" up && ip -4 route flush dev "$1" && ip route replace "$2" dev "$1" src "$4"; then
        say "shim $1: $outcome"
    else
        fault "Interface $1 could not be made on $3 with a route from $4 to $2."
    fi
}

plan() {
    # macvlan pihole, this node's slice of it: 192.168.0.240/29
    network 'pihole-config' --config-only \
        --subnet='192.168.0.0/24' --gateway='192.168.0.1' --ip-range='192.168.0.240/29' --opt='parent=eth0' \
        --aux-address='held-back-192.168.0.241=192.168.0.241' \
        --aux-address='held-back-192.168.0.242=192.168.0.242' \
        --aux-address='held-back-192.168.0.243=192.168.0.243' \
        --aux-address='held-back-192.168.0.244=192.168.0.244' \
        --aux-address='held-back-192.168.0.245=192.168.0.245' \
        --aux-address='held-back-192.168.0.246=192.168.0.246' \
        --aux-address='held-back-192.168.0.247=192.168.0.247' \
        --label='netplan-swarm.settings=--subnet=192.168.0.0/24 --gateway=192.168.0.1 --ip-range=192.168.0.240/29 --aux-address=held-back-192.168.0.241=192.168.0.241 --aux-address=held-back-192.168.0.242=192.168.0.242 --aux-address=held-back-192.168.0.243=192.168.0.243 --aux-address=held-back-192.168.0.244=192.168.0.244 --aux-address=held-back-192.168.0.245=192.168.0.245 --aux-address=held-back-192.168.0.246=192.168.0.246 --aux-address=held-back-192.168.0.247=192.168.0.247' \
        --label='netplan-swarm.site=lab' --label='netplan-swarm.network=pihole'
    shim 'nps-pihole' '192.168.0.240/29' 'eth0' '192.168.0.12' '02:70:c0:a8:00:0c'

    # macvlan camera-recorders, this node's slice of it: 10.9.0.224/28
    network 'camera-recorders-config' --config-only \
        --subnet='10.9.0.0/24' --gateway='10.9.0.1' --ip-range='10.9.0.224/28' --opt='parent=eth1' \
        --label='netplan-swarm.settings=--subnet=10.9.0.0/24 --gateway=10.9.0.1 --ip-range=10.9.0.224/28' \
        --label='netplan-swarm.site=lab' --label='netplan-swarm.network=camera-recorders'
    shim 'nps-camer-e4edu' '10.9.0.224/28' 'eth1' '10.9.0.12' '02:70:0a:09:00:0c'
}

expect_node 'Node-2'
expect_root
refuse_engine

# First look at everything, then make what is missing: what can't be as planned leaves nothing half made.
pass=check
plan
[ "$faults" -eq 0 ] || stop 'Nothing was changed.'
pass=create
plan
[ "$faults" -eq 0 ]
