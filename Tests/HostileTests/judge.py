# Reads files back, each by the program or module that it is for, and compares: judge.py <CASES
#
# CASES is a JSON list of {"text", "marker", "hostile": {path: content}, "plain": {path: content}}. Both sets of files come from one
# plan, which has `text` in a place here and the harmless `marker` there. What is read must be the same but for the one in the
# place of the other. The answer is a list of complaints, null for none.
import csv
import functools
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from xml.etree import ElementTree

import yaml


def shell(content):
    # Every call of docker, ip and Pi-hole with its arguments, by dash: the scripts' own functions call nothing else that matters.
    with tempfile.TemporaryDirectory() as folder:
        log = f"{folder}/log"
        for name in ("docker", "ip", "pihole-FTL", "systemctl"):
            with open(f"{folder}/{name}", "w") as stub:
                stub.write(f"#!/bin/sh\nprintf '%s\\0' {name} \"$@\" '' >>'{log}'\nexit 0\n")
            os.chmod(f"{folder}/{name}", 0o755)
        with open(f"{folder}/script.sh", "w") as script:
            script.write(content)
        environment = {"PATH": f"{folder}:/usr/bin:/bin", "HOME": folder}
        run = subprocess.run(["dash", f"{folder}/script.sh"], env=environment, cwd=folder, capture_output=True, text=True, timeout=60)
        said = run.stdout + run.stderr.replace(folder, "")
        calls = open(log).read() if os.path.exists(log) else ""
        left = sorted(set(os.listdir(folder)) - {"docker", "ip", "pihole-FTL", "systemctl", "log", "script.sh"})
        return [calls.split("\0"), said, left]


def dhcpd(content):
    # dhcpd says whether it takes the file; its words are told apart as conflex.c does: a string ends at an unescaped quote.
    with tempfile.TemporaryDirectory() as folder:
        open(f"{folder}/leases", "w").close()
        with open(f"{folder}/dhcpd.conf", "w") as file:
            file.write(re.sub(r'include "[^"]*";', "", content))
        command = ["/usr/sbin/dhcpd", "-t", "-4", "-cf", f"{folder}/dhcpd.conf", "-lf", f"{folder}/leases", "-pf", f"{folder}/pid"]
        run = subprocess.run(command, capture_output=True, text=True)
        complaints = [line for line in run.stderr.split("\n") if " line " in line]
    words = re.findall(r'"(?:\\.|[^"\\])*"|#[^\n]*|[{};,=]|[^\s{};,="#]+', content)
    unescaped = [re.sub(r"\\(.)", r"\1", word[1:-1]) if word[0] == '"' else word for word in words]
    return [run.returncode, complaints, unescaped]


def sheet(content):
    # A cell that a spreadsheet would take for a formula has an apostrophe before it.
    rows = csv.reader(io.StringIO(content), strict=True)
    return [[cell[1:] if re.match(r"'[=+\-@]", cell) else cell for cell in row] for row in rows]


def markdown(content):
    run = subprocess.run(["cmark-gfm", "-e", "table", "-t", "xml"], input=content, capture_output=True, text=True, check=True)
    return element(ElementTree.fromstring(run.stdout))


def element(node):
    # Neighbouring texts are one.
    children = []
    for child in node:
        name = child.tag.split("}")[-1]
        if name == "text" and children and isinstance(children[-1], str):
            children[-1] += child.text or ""
        else:
            children.append(child.text or "" if name == "text" else element(child))
    return [node.tag.split("}")[-1], children or [""]]


class Page(HTMLParser):
    """What a browser makes of a page: tags with their attributes between NULs, and texts."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text = ""

    def handle_starttag(self, tag, attributes):
        self.text += "\0".join(["", tag, *(f"{name}={value}" for name, value in attributes), ""])

    def handle_endtag(self, tag):
        self.text += f"\0/{tag}\0"

    def handle_data(self, text):
        self.text += text


def page(content):
    parser = Page()
    # Another plan has another digest.
    parser.feed(re.sub(r">([0-9a-f]{12}|[0-9a-f]{64})<", "><", content))
    parser.close()
    return parser.text.split("\n")


def lines(content):
    return content.split("\n")


@functools.cache
def parse(path, content):
    if path.endswith(".json"):
        return json.loads(content)
    if path.endswith((".yml", ".yaml")):
        return yaml.safe_load(content)
    if path.endswith(".csv"):
        return sheet(content)
    if path.endswith((".md", ".markdown")):
        return markdown(content)
    if path.endswith(".html"):
        return page(content)
    if path.endswith(".sh"):
        return shell(content)
    if path.startswith("dhcpd/"):
        return dhcpd(content)
    if path.startswith("bind/") and path.endswith(".zone"):
        # The serial of another content is another.
        return lines(re.sub(r"(?m)^(\S+ \d+ IN SOA \S+ \S+) \d+ ", r"\1 ", content))
    if path == "env/.env":
        return [list(line.partition("=")) for line in content.split("\n")]
    # Unknown here: at least no line more, and none that differs but by the text.
    return lines(content)


def replaced(value, marker, text):
    if isinstance(value, str):
        return value.replace(marker, text)
    if isinstance(value, list):
        return [replaced(element, marker, text) for element in value]
    if isinstance(value, dict):
        return {replaced(key, marker, text): replaced(element, marker, text) for key, element in value.items()}
    return value


def lowered(entries):
    return [[name.lower() if sign else name, sign, value] for name, sign, value in entries]


def variables(entries):
    # In a variable, what is neither letter nor digit is one sign.
    return [[re.sub("[^a-z0-9]", "_", name) if sign else name, value] for name, sign, value in lowered(entries)]


def difference(one, other, place=""):
    if type(one) is type(other) and isinstance(one, dict) and list(one) == list(other):
        pairs = [(f"{place}.{key}", one[key], other[key]) for key in one]
    elif type(one) is type(other) and isinstance(one, list) and len(one) == len(other):
        pairs = [(f"{place}[{index}]", *pair) for index, pair in enumerate(zip(one, other))]
    else:
        return None if one == other else f"{place}: {one!r:.300} is not {other!r:.300}"
    return next(filter(None, (difference(a, b, where) for where, a, b in pairs)), None)


def verdict(case):
    hostile, plain = case["hostile"], case["plain"]
    if set(hostile) != {path.replace(case["marker"], case["text"]) for path in plain}:
        return f"the files are {sorted(hostile)}, not {sorted(plain)}"
    for path, content in plain.items():
        other = hostile[path.replace(case["marker"], case["text"])]
        if other == content:
            continue
        try:
            # Blanks at the ends of a cell are nobody's in Markdown.
            text = case["text"].strip() if path.endswith((".md", ".markdown")) else case["text"]
            expected = replaced(parse(path, content), case["marker"], text)
            found = parse(path, other)
            if path == "env/.env":
                found, expected = variables(found), variables(replaced(lowered(parse(path, content)), case["marker"], text))
            fault = difference(found, expected)
        except (ValueError, yaml.YAMLError, csv.Error, ElementTree.ParseError, subprocess.SubprocessError) as error:
            fault = f"it can't be read back: {error}"
        if fault:
            return f"{path}: {fault}"
    return None


json.dump([verdict(case) for case in json.load(sys.stdin)], sys.stdout)
