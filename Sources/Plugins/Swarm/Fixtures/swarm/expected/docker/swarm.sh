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
    labels 'ds3' \
        'media=it'\''s '\$'5'
}

expect_manager

# First look at everything, then make what is missing: what can't be as planned leaves nothing half made.
pass=check
plan
[ "$faults" -eq 0 ] || stop 'Nothing was changed.'
pass=create
plan
[ "$faults" -eq 0 ]
