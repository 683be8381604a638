#!/bin/sh
# Written by netplan-swarm for the site lab: change its plan, not this file.
# To be run where Pi-hole 6 runs, as root. What these settings had before is replaced, and no other is touched.
set -eu
pihole-FTL --config dns.hosts '[
  "192.168.0.11 ds1.home.arpa ds1",
  "192.168.0.11 grafana.home.arpa",
  "192.168.0.11 monitoring.example.org",
  "192.168.0.12 ds2.home.arpa ds2",
  "192.168.0.12 grafana.home.arpa",
  "192.168.0.12 monitoring.example.org",
  "192.168.0.13 ds3.home.arpa ds3"
]'
pihole-FTL --config dns.cnameRecords '[]'
