"""A hosts file of what a YAML file lists, by Jinja2."""
import sys

import jinja2
import yaml

with open(sys.argv[1], "rb") as file:
    hosts = yaml.load(file, Loader=yaml.CSafeLoader)["plan_hosts"]
template = "{% for h in plan_hosts %}{{ h.ip }}\t{{ h.name }} {{ h.fqdn }}\n{% endfor %}"
with open(sys.argv[2], "w") as file:
    file.write(jinja2.Environment(trim_blocks=True).from_string(template).render(plan_hosts=hosts))
