"""Joins the networks in a file, as `iprange --optimize` does."""
import ipaddress
import sys

with open(sys.argv[1]) as file:
    networks = [ipaddress.ip_network(line.strip()) for line in file]
sys.stdout.write("".join(f"{network}\n" for network in ipaddress.collapse_addresses(networks)))
