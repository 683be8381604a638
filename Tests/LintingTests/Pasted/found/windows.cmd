docker network create -d overlay \
 --subnet 10.0.0.0/24 win
# für alle
