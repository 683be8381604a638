docker network create -d overlay \ 
  --subnet 10.0.0.0/24 \
  web
docker network create -d macvlan \   # on node1
  --subnet=192.168.0.252/30 -o parent=eth0 remark
NET=$(docker network create -d overlay \
  --subnet 10.77.0.0/31 taken); echo "$NET"
docker network create -d overlay --subnet=$(docker network inspect x) --gateway=10.0.0.1 asked
