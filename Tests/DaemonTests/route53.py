# Brings hosted zones to what a site's batches say, by its apply.sh, with moto in the place of Route 53: route53.py FOLDER SITE ZONE...
#
# In each zone there are already a set of somebody else's, and one of ours from an earlier plan. What is there in the end goes to
# FOLDER/result, as JSON: values by zone, and by name and type.
import json
import os
import subprocess
import sys

import boto3
from moto.server import ThreadedMotoServer

folder, site, *zones = sys.argv[1:]
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
endpoint = "http://%s:%d" % server.get_host_and_port()
os.environ |= {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "us-east-1", "AWS_ENDPOINT_URL": endpoint}
os.environ["HOME"] = folder
client = boto3.client("route53", endpoint_url=endpoint)


def put(zone, name, **more):
    records = {"Name": name, "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}], **more}
    changes = {"Changes": [{"Action": "CREATE", "ResourceRecordSet": records}]}
    client.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=changes)


def sets(zone):
    pages = client.get_paginator("list_resource_record_sets").paginate(HostedZoneId=zone)
    return [each for page in pages for each in page["ResourceRecordSets"] if each["Type"] not in ("NS", "SOA")]


def apply(zone, name, *options):
    command = ["sh", f"{folder}/route53/apply.sh", zone, name, *options]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


result = {}
for name in zones:
    # Several of the plan's zones may be in one of Route 53's.
    zone = client.create_hosted_zone(Name=name, CallerReference=name)["HostedZone"]["Id"]
    put(zone, f"somebody.{name}.")
    put(zone, f"gone.{name}.", SetIdentifier=f"netplan-swarm {site}", Weight=1)
    before = sets(zone)
    if not result:
        said = apply(zone, name)
        assert sets(zone) == before, "without --yes, nothing is sent"
    again = apply(zone, name, "--yes")
    if not result:
        assert again == said, "what is sent was shown"
        assert apply(zone, name) == [], "and then nothing differs"
    assert [line for line in again if line[0] == "-"] == [f"- gone.{name}. A"], again
    result[name] = {f"{each['Name']} {each['Type']}": sorted(value["Value"] for value in each["ResourceRecords"]) for each in sets(zone)}
server.stop()
with open(f"{folder}/result", "w") as file:
    json.dump(result, file)
