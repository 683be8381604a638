docker network create -d overlay --subnet $SUBNET --gateway "${GW}" variables
docker network create -d macvlan --subnet=<your subnet> --subnet=<SUBNET> -o parent=$IFACE places
docker network create -d macvlan --subnet 192.168.x.0/24 --ip-range $(next_free) --gateway=`gw` -o parent=eth0 more
docker network create -d "$DRIVER" --subnet 10.0.0.0/24 driver
