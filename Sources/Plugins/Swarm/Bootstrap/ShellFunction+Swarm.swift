internal import Shell

extension ShellFunction {
    static let subnet = Self(
        #"""
        # subnet NAME: of a network that is there, else nothing.
        subnet() {
            names=$(docker network ls --format '{{.Name}}') || stop 'Docker does not list its networks.'
            printf '%s\n' "$names" | grep -qxF -e "$1" || return 0
            docker network inspect --format '{{range .IPAM.Config}}{{.Subnet}}{{end}}' "$1"
        }
        """#)

    /// With the options that Docker itself gives it (moby, `SetupGWBridge`): what it finds it takes, whatever its subnet.
    static let makeGatewayBridge = Self(
        #"""
        # make_gateway_bridge OPTION...: docker_gwbridge, by which containers of overlays leave the node.
        make_gateway_bridge() {
            docker network create --driver=bridge "$@" --opt=com.docker.network.bridge.name=docker_gwbridge \
                --opt=com.docker.network.bridge.enable_icc=false --opt=com.docker.network.bridge.enable_ip_masquerade=true docker_gwbridge 2>&1
        }
        """#)

    static let gatewayBridge = Self(
        #"""
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
        """#)

    /// For a plan that says nothing of it: Docker has chosen before, and may choose again where its usual network is another's.
    static let usualGatewayBridge = Self(
        #"""
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
        """#)

    static let member = Self(
        #"""
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
        """#)

    static let addressPool = Self(
        #"""
        # address_pool BASE SIZE: where Docker takes a subnet from that nobody gave.
        address_pool() {
            is_manager || return 0
            has=$(docker info --format '{{range .Swarm.Cluster.DefaultAddrPool}}{{.}} {{end}}{{.Swarm.Cluster.SubnetSize}}')
            case $has in 0 | 24) has='10.0.0.0/8 24' ;; esac
            [ "$has" = "$1 $2" ] || fault "The swarm's address pool (base and size) is $has, and the plan wants $1 $2: it is told as a swarm begins." \
                "    Write the swarm's own as pools.swarm in the plan; or let all nodes leave, and begin it anew."
        }
        """#)

    static let ingress = Self(
        #"""
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
        """#)
}
