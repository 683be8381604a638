#!/bin/bash
# docker network create -d overlay --subnet 10.0.0.0/24 comment
echo docker network create -d overlay --subnet 10.0.0.0/24 printed
echo "don't: docker network create -d overlay --subnet 10.0.0.0/24 printed"
docker network create proxy || true
docker network create -d overlay --subnet 10.201.0.0/24 --gateway 10.201.0.1 --label a="b c" --opt encrypted web >/dev/null 2>&1
docker network create -d macvlan --subnet 192.168.0.0/24 --gateway 192.168.0.1 --ip-range 192.168.0.252/30 -o parent=eth0 slice
docker network create --config-only --subnet 192.168.5.0/24 --gateway 192.168.5.1 --ip-range 192.168.5.248/30 -o parent=eth1 lan-cfg
docker network create --config-only --subnet 192.168.5.0/24 --gateway 192.168.5.1 --ip-range 192.168.5.252/30 -o parent=eth1 lan-cfg
docker network create -d macvlan --scope swarm --config-from lan-cfg lan
docker network create -d weave --subnet 10.32.0.0/12 strangers
docker network create -d ipvlan --subnet 10.210.0.0/24 -o ipvlan_mode=l3 -o parent=eth2 routed
docker network create --subnet 10.211.0.0/24 local1
docker network create --subnet fd00:1::/64 --ipv6 --subnet 10.212.0.0/24 local2
docker network create --a-later-option=5 --subnet 10.213.0.0/24 local3
docker network connect web x; docker network rm 'web'

# Before 'docker swarm init': the swarm takes what is there.
docker network create --subnet=172.30.0.0/16 --opt com.docker.network.bridge.name=docker_gwbridge \
    --opt com.docker.network.bridge.enable_icc=false docker_gwbridge
