internal import Shell

extension ShellFunction {
    /// A running engine may have a file that it was not started with: both are looked at.
    static let daemon = Self(
        #"""
        # merged JSON: daemon.json with these keys in it; nothing where it has them. Keys of others stay as they are.
        merged() {
            if [ ! -s "$file" ]; then
                printf '%s\n' "$1"
            elif command -v python3 >/dev/null; then
                python3 -c 'import json, sys
        has = json.load(open(sys.argv[1]))
        wants = {**has, **json.loads(sys.argv[2])}
        if wants != has: json.dump(wants, sys.stdout, indent=2)' "$file" "$1"
            else
                jq --argjson keys "$1" 'if . + $keys == . then empty else . + $keys end' "$file"
            fi
        }

        # traces: what the running engine has of them, a line each.
        traces() {
            docker network inspect --format '{{range .IPAM.Config}}docker0 {{.Gateway}} {{.Subnet}}{{end}}' bridge &&
                docker info --format '{{range .DefaultAddressPools}}pool {{.Base}} {{.Size}}{{println}}{{end}}'
        }

        # restart: the engine, until it answers.
        restart() {
            if command -v systemctl >/dev/null; then systemctl restart docker; else service docker restart; fi
            for wait in 0 1 1 1 2 2 3 5 5 10; do
                sleep "$wait"
                if docker version >/dev/null 2>&1; then return 0; fi
            done
            stop "Docker does not answer since it was started anew with other keys in $file."
        }

        # daemon JSON TRACE...: the engine's pools, for which it has to be started anew.
        daemon() {
            file=/etc/docker/daemon.json
            keys=$1
            shift
            [ ! -s "$file" ] || command -v python3 >/dev/null || command -v jq >/dev/null ||
                stop "$file has keys of others, and to add ours it takes python3 or jq: install one of them."
            new=$(merged "$keys") || stop "$file can't be read."
            has=$(traces) || stop 'Docker does not say what pools it has.'
            missing=$new
            for trace; do printf '%s\n' "$has" | grep -qxF -e "$trace" || missing=$trace; done
            if [ -z "$missing" ]; then
                [ "$pass" = check ] || say 'daemon.json: unchanged'
            elif [ "$(id -u)" -ne 0 ]; then
                fault 'Docker has to be started anew with other pools: run this script as root.'
            elif [ -n "$(docker ps --quiet)" ]; then
                fault 'Docker has to be started anew with other pools, and containers run here: stop them first, or drain the node.' \
                    "    The plan wants in $file: $keys"
            elif [ "$pass" = create ]; then
                if [ -n "$new" ]; then
                    mkdir -p "${file%/*}"
                    # The old one is kept, and lends its mode to the new one.
                    [ ! -e "$file" ] || { cp -p "$file" "$file.old" && cp -p "$file" "$file.new"; }
                    printf '%s\n' "$new" >"$file.new"
                    mv "$file.new" "$file"
                fi
                restart
                has=$(traces) || stop 'Docker does not say what pools it has.'
                for trace; do printf '%s\n' "$has" | grep -qxF -e "$trace" || stop "Docker was started anew, and does not have: $trace"; done
                say 'daemon.json: set, and Docker started anew'
            fi
        }
        """#)
}
