#!/bin/sh
# Written by netplan-swarm for the site dotted: change its plan, not this file.
#
#   sh apply.sh HOSTED-ZONE-ID ZONE [--yes]
#
# ZONE is a folder beside this file, and so are its names. Says what differs between the hosted zone and the plan, and with --yes
# sends it. Only what bears the identifier 'netplan-swarm dotted' is changed or removed. Needs aws, with credentials, and jq.
set -eu
case ${3-} in '' | --yes) ;; *) set -- ;; esac
[ $# -ge 2 ] || { echo 'usage: sh apply.sh HOSTED-ZONE-ID ZONE [--yes]' >&2; exit 64; }
id=$1 zone=$2 here=$(dirname "$0") yes=${3-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

aws route53 list-resource-record-sets --hosted-zone-id "$id" --output json >"$work/there"
find "$here" -name '[0-9]*.json' -exec cat {} + >"$work/all"
[ ! -d "$here/$zone" ] || find "$here/$zone" -name '[0-9]*.json' -exec cat {} + >"$work/plan"
[ -f "$work/plan" ] || : >"$work/plan"

# {removals: [batch], removed: [name and type], changed: [name and type]}
jq -n --slurpfile there "$work/there" --slurpfile plan "$work/plan" --slurpfile all "$work/all" \
    --arg ours 'netplan-swarm dotted' --arg zone ".$zone." '
  def key: "\(.Name | sub("^\\\\052"; "*")) \(.Type)";
  def content: [.TTL, ([.ResourceRecords[].Value] | sort)];
  def cost: [.[].ResourceRecords[].Value] | [length, (map(length) | add)];
  [$there[].ResourceRecordSets[] | select(.SetIdentifier == $ours)] as $had
  | [$plan[].Changes[].ResourceRecordSet] as $wanted
  | ($had | map({key: key, value: content}) | from_entries) as $old
  | ([$all[].Changes[].ResourceRecordSet] | map({key: key, value: true}) | from_entries) as $kept
  | [$had[] | select((".\(.Name)" | endswith($zone)) and ($kept[key] | not))] as $gone
  | reduce $gone[] as $set ([]; (.[-1:][0] // []) as $last | ($last + [$set] | cost) as $cost
      | if $last == [] or $cost[0] > 1000 or $cost[1] > 32000 then . + [[$set]] else .[-1] += [$set] end)
  | {removals: map({Changes: map({Action: "DELETE", ResourceRecordSet: .})}), removed: ($gone | map(key)),
     changed: [$wanted[] | select($old[key] != content) | key]}' >"$work/difference"
jq -r '(.removed[] | "- \(.)"), (.changed[] | "+ \(.)")' "$work/difference" >"$work/lines"
cat "$work/lines"
[ "$yes" = --yes ] && [ -s "$work/lines" ] || exit 0

send() { aws route53 change-resource-record-sets --hosted-zone-id "$id" --change-batch "file://$1" >/dev/null; }
jq -c '.removals[]' "$work/difference" | while IFS= read -r batch; do
    printf '%s\n' "$batch" >"$work/removal"
    send "$work/removal"
done
for batch in "$here/$zone"/[0-9]*.json; do
    [ ! -f "$batch" ] || send "$batch"
done
