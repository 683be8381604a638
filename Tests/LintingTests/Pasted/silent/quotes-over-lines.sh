advice() {
    case "$1" in *--config-only*) advice="Remove the services, then
    'docker network rm x' here" ;;
    esac
}
create() { answer=$(docker network create "$@" "$name" 2>&1) && return 0
}
overlay() {
        case $has in
            *) fault "not made" "$(swarm_networks)" ;;
        esac
}
