# The same block on two nodes, and the ways that a swarm's macvlan goes wrong.
docker network create --config-only --subnet 192.168.4.0/24 --gateway 192.168.4.1 --ip-range 192.168.4.240/30 -o parent=eth0 lan-cfg
docker network create --config-only --subnet 192.168.4.0/24 --gateway 192.168.4.1 --ip-range 192.168.4.240/30 -o parent=eth0 lan-cfg
docker network create -d macvlan --scope swarm --config-from lan-cgf --attachable lan
docker network create -d macvlan --scope swarm --subnet=192.168.7.0/24 -o parent=eth0 inline
docker network create -d overlay --subnet 192.168.4.0/25 over_the_lan
