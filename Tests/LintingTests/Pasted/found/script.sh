#!/bin/sh
# docker network create -d overlay --subnet 10.0.0.0/24 a-comment-of-a-script
docker network create -d overlay --subnet 10.0.0.0/24 proxy && docker network create --driver overlay --subnet="10.5.0.0/16" --attachable wide; docker network create -d overlay --subnet=10.5.3.0/31 'tiny'
sudo -u root docker --context node1 network create \
  -d macvlan \
  --subnet 192.168.0.0/24 --gateway 192.168.0.1 \
  --ip-range 192.168.0.250/30 \
  -o parent=eth0 \
  host_bits
docker network create -d macvlan --subnet=192.168.0.0/24 --gateway=192.168.0.1 --ip-range=192.168.0.0/24 -o parent=eth0 as_wide
docker network create -d macvlan --subnet=192.168.0.0/24 --gateway=192.168.0.1 --ip-range=192.168.0.0/16 -oparent=eth1 wider
docker network create -dmacvlan --subnet=192.168.30.0/24 --ip-range 192.168.30.248/30 --opt=parent=eth11 without_gateway
docker network create -d=macvlan --subnet 192.168.9.0/24 --gateway 10.0.0.1 --aux-address "host=192.168.9.255" --ip-range 192.168.10.0/28 -o parent=eth7 outside
docker network create -d macvlan --subnet 192.168.31.0/24 --gateway 192.168.31.1 --ip-range 192.168.31.255/32 -o parent=eth5 nothing_left
docker network create -d macvlan --subnet 192.168.32.0/24 --gateway 192.168.32.1 --ip-range 192.168.32.8/29 no_parent
docker network create -d macvlan --subnet 192.168.0.252/30 --gateway 192.168.0.1 -o parent=eth6 router_outside
docker network create -d ipvlan --subnet fec0:1::/64 --subnet 192.168.40.252/30 -o parent=eth9 six
docker network create --subnet 172.17.4.0/24 br1; docker network create --subnet 10.40.0.0/16 br2; docker network create --subnet 10.40.3.0/24 br3
docker network create --subent 10.9.0.0/24 misspelt
docker network create -d overlay --subnet 10.0.0.256/24 octet
docker network create -d overlay --subnet 127.0.1.0/24 ingress
docker network create --driver overlay --subnet 8.8.8.0/24
ssh node2 "docker network create -d macvlan --subnet 192.168.41.252/30 -o parent=eth8 remote"
docker network create -d overlay --subnet "10.66.0.0/24 open
