extension ShellFunction {
    /// A shim without an address: the slice keeps all of its own for containers, and the node answers with its LAN address (measured).
    ///
    /// Without `arp_filter` it would answer every machine of the LAN beside the node's own interface, and one that learned the shim's
    /// MAC loses the node when the shim goes (ip-sysctl.rst; measured: managers lost each other for 40 seconds).
    static let shim = Self(
        #"""
        # shim INTERFACE SLICE PARENT: the node's own way into a slice, from which the kernel otherwise keeps it away.
        shim() {
            link=$(ip -o -d link show dev "$1" 2>/dev/null) || link=
            case $link in
                '') outcome=created ;;
                *" $1@$3: "*' macvlan mode bridge '*) outcome='route set anew' ;;
                *) fault "Interface $1 is there, and is no macvlan in bridge mode on $3." "    'ip link del $1', and run this script again."
                    return 0 ;;
            esac
            [ "$pass" = create ] || return 0
            # It answers its slice alone: to the whole LAN, the node's address would have two MACs.
            filter=/proc/sys/net/ipv4/conf/$1/arp_filter
            # Of an earlier slice no route may stay: its addresses may be another node's by now.
            if [ "$(ip -4 -o route show dev "$1" 2>/dev/null | cut -d ' ' -f 1)" = "${2%/32}" ] && [ "$(cat "$filter")" = 1 ]; then
                say "shim $1: unchanged"
            elif { [ -n "$link" ] || ip link add "$1" link "$3" type macvlan mode bridge; } && echo 1 >"$filter" &&
                ip link set "$1" up && ip -4 route flush dev "$1" && ip route replace "$2" dev "$1"; then
                say "shim $1: $outcome"
            else
                fault "Interface $1 could not be made on $3 with a route to $2."
            fi
        }
        """#)

    static let labels = Self(
        #"""
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
        """#)
}
