internal import Shell

extension ShellFunction {
    /// A shim without an address of the LAN: the slice keeps all of its own for containers, and the node answers with its LAN address.
    ///
    /// The LAN must not learn the shim's MAC for the node's address: what it then sends there is lost, and managers lose each other
    /// (measured). It would hear of it from an answer (`arp_filter`: only whom the shim leads to), and from a question
    /// (`arp_announce`: in the name of the shim's own address, from the block that no machine takes by itself; RFC 3927, 2.1).
    static let shim = Self(
        #"""
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
