#!/bin/sh
# Written by netplan-swarm for the site lab: change its plan, not this file.
# To be run where Pi-hole 6 runs, as root. What these settings had before is replaced, and no other is touched.
set -eu
pihole-FTL --config dns.hosts '[
  "192.168.0.11 ds1.lab.example.org ds1",
  "192.168.0.11 nas.lab.example.org nas",
  "fd00:1::11 ds1.lab.example.org ds1",
  "fd00:1::11 nas.lab.example.org nas",
  "10.9.0.11 ds1-storage.lab.example.org ds1-storage",
  "192.168.0.93 ds2.lab.example.org ds2",
  "192.168.0.13 ds3.lab.example.org ds3",
  "192.168.0.110 printer.office.example.org printer",
  "192.168.0.110 ipp.lab.example.org ipp",
  "192.168.0.2 camera.lab.example.org camera",
  "192.168.0.101 swarm.lab.example.org swarm",
  "192.168.0.101 grafana.lab.example.org",
  "192.168.0.104 pihole.lab.example.org",
  "192.168.0.104 dns.lab.example.org",
  "192.168.0.11 git.example.org",
  "192.168.0.13 git.example.org",
  "fd00:1::11 git.example.org"
]'
pihole-FTL --config dns.cnameRecords '[
  "www.example.org,git.example.org,600",
  "ftp.example.org,www.example.org"
]'
trap '[ $? = 0 ] || echo "stopped halfway: Pi-hole leases nothing" >&2' EXIT
pihole-FTL --config dhcp.active false
pihole-FTL --config dhcp.start 192.168.0.90
pihole-FTL --config dhcp.end 192.168.0.119
pihole-FTL --config dhcp.router 192.168.0.1
pihole-FTL --config dhcp.netmask 255.255.255.0
pihole-FTL --config dhcp.leaseTime 21600
pihole-FTL --config dhcp.hosts '[
  "de:ad:ab:6b:d3:09,192.168.0.11,ds1",
  "de:ad:ab:6b:d4:09,192.168.0.93,ds2",
  "00:11:22:33:44:55,192.168.0.110,printer",
  "de:ad:ab:6b:d5:09,192.168.0.13,ds3,1800",
  "192.168.0.96",
  "192.168.0.97",
  "192.168.0.101",
  "192.168.0.104",
  "192.168.0.105",
  "192.168.0.106",
  "192.168.0.107",
  "192.168.0.252",
  "192.168.0.253",
  "192.168.0.254",
  "192.168.0.255"
]'
pihole-FTL --config dhcp.active true
