"""An engine that remembers what it was told, and dies or kills at a request of one's choice.

    unshare --mount --net python3 engine.py [long]      # netplan-swarm on PATH

It applies a plan over another one, at an engine that answers as Docker does as long as it lives, and is interrupted at each request in
turn: the program is killed, or the engine goes away, before or after the request was carried out. Then the engine is there again, the
program recovers, and networks, labels, shim and record must be wholly as before or wholly as the second plan wants them. Each fault is
a line; the last line counts. The short form takes half of the ways, and few of the requests that only look.
"""
import itertools
import json
import os
import shutil
import signal
import socket
import socketserver
import struct
import subprocess
import sys
import threading

PLAN = """
version: 1
site: home
ignore: [{rule: manager-count, reason: a lab}]
lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}
nodes: {ds1: {address: 192.168.0.11, role: manager}, ds2: {address: 192.168.0.12}}
outputs: {macvlan: {}, overlay: {}}
"""
FIRST = PLAN + """
macvlans: {pihole: {nodes: [ds1, ds2], shim: true, slices: {ds1: 192.168.0.252/30, ds2: 192.168.0.248/30}}}
overlays: {plain: {subnet: 10.201.0.0/24}, gone: {subnet: 10.201.1.0/24}, moved: {subnet: 10.201.2.0/24}}
"""
SECOND = PLAN + """
macvlans: {pihole: {nodes: [ds1], shim: true, slices: {ds1: 192.168.0.244/30}}}
overlays: {plain: {subnet: 10.201.0.0/24}, more: {subnet: 10.201.1.0/24}, moved: {subnet: 10.201.3.0/24}}
"""
SOCKET = "docker.sock"
WAYS = ["killed before", "killed after", "gone before", "gone after"]
STATE = "/var/lib/netplan-swarm"


class Engine:
    """What a manager knows, and what befalls it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.networks = {}
        self.labels = {"m1": {}, "m2": {}}
        self.ids = itertools.count(1)
        self.version = 10
        self.live()

    def live(self):
        self.requests, self.fate, self.is_dead = [], None, False

    def handle(self, line, body, peer):
        """The answer, or None where it hangs up."""
        with self.lock:
            if self.is_dead:
                return None
            self.requests.append(line)
            way, number = self.fate or ("", -1)
            now = number == len(self.requests) - 1
            answer = None if now and "before" in way else self.answer(*line.split(" ")[:2], body)
            if not now:
                return answer
            if "killed" in way:
                os.kill(peer, signal.SIGKILL)
            else:
                self.is_dead = True
            return None

    def answer(self, method, target, body):
        target = target.split("?")[0].removeprefix("/v1.41")
        words = target.strip("/").split("/")
        match [method, *words]:
            case ["GET", "version"]:
                return 200, {"Version": "20.10.24", "ApiVersion": "1.41", "MinAPIVersion": "1.12"}
            case ["GET", "info"]:
                return 200, {"Name": "ds1", "ServerVersion": "20.10.24", "Swarm": {"LocalNodeState": "active", "ControlAvailable": True}}
            case ["GET", "networks"]:
                return 200, list(self.networks.values())
            case ["GET", "networks", id] if id in self.networks:
                return 200, self.networks[id]
            case ["GET", "containers", "json"] | ["GET", "services"]:
                return 200, []
            case ["GET", "nodes"]:
                return 200, [self.member(id) for id in self.labels]
            case ["GET", "nodes", id]:
                return 200, self.member(id)
            case ["POST", "nodes", id, "update"]:
                self.labels[id] = json.loads(body)["Labels"]
                self.version += 1
                return 200, {}
            case ["POST", "networks", "create"]:
                network = json.loads(body)
                if any(other["Name"] == network["Name"] for other in self.networks.values()):
                    return 409, {"message": "network with name %s already exists" % network["Name"]}
                network.pop("CheckDuplicate")
                id = network["Id"] = "id%d" % next(self.ids)
                network.setdefault("Scope", "local")
                if network.get("ConfigOnly"):
                    network["Driver"] = "null"
                self.networks[id] = network
                return 201, {"Id": id}
            case ["DELETE", "networks", id] if id in self.networks:
                del self.networks[id]
                return 204, None
        return 404, {"message": "%s %s: not found" % (method, target)}

    def member(self, id):
        return {"ID": id, "Version": {"Index": self.version}, "Description": {"Hostname": id.replace("m", "ds")},
                "Spec": {"Role": "manager", "Availability": "active", "Labels": self.labels[id]}}

    def seen(self):
        """All that it has, however it is numbered."""
        networks = sorted(json.dumps({**network, "Id": ""}, sort_keys=True) for network in self.networks.values())
        return networks, json.dumps(self.labels, sort_keys=True)


class Connection(socketserver.BaseRequestHandler):
    def handle(self):
        peer = struct.unpack("3i", self.request.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]
        request = b""
        while b"\r\n\r\n" not in request:
            chunk = self.request.recv(1 << 16)
            if not chunk:
                return
            request += chunk
        head, _, body = request.partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        length = next((int(line.split(":")[1]) for line in lines if line.lower().startswith("content-length:")), 0)
        while len(body) < length:
            body += self.request.recv(1 << 16)
        answer = engine.handle(lines[0], body, peer)
        if answer is None:
            return
        status, value = answer
        text = b"" if value is None else json.dumps(value).encode()
        head = "HTTP/1.1 %d As it is\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(text))
        self.request.sendall((head if value is not None else head.replace("Content-Length: 0\r\n", "")).encode() + text)


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        pass  # whoever asked was killed meanwhile


def run(command):
    done = subprocess.run(["netplan-swarm", *command.split()], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout + done.stderr


def apply(plan, allow=""):
    return run("apply %s --node ds1 --yes %s" % (plan, allow))


def site():
    """The engine's, the kernel's and our own record of it."""
    links = subprocess.run("ip -o -d link show type macvlan | sed 's/^[0-9]*: //; s/ @if.*//'; ip -o -4 route show table main; "
                           "sysctl net.ipv4.conf.nps-pihole.arp_filter", shell=True, capture_output=True, text=True).stdout
    record = open(STATE + "/record").read() if os.path.exists(STATE + "/record") else ""
    left = sorted(set(os.listdir(STATE)) - {"lock", "last", "record"}) if os.path.isdir(STATE) else []
    return engine.seen(), links, record, left


def prepare():
    """As the first plan wants it; what is kept of it."""
    global engine
    shutil.rmtree(STATE, ignore_errors=True)
    subprocess.run(["ip", "link", "del", "nps-pihole"], stderr=subprocess.DEVNULL)
    engine = Engine()
    expect(apply("first.yaml"), 0)


def expect(outcome, status):
    if outcome[0] != status:
        sys.exit("ended with %d: %s" % outcome)


def main():
    is_long = "long" in sys.argv
    os.environ["DOCKER_HOST"] = "unix://" + os.path.abspath(SOCKET)
    subprocess.run("mount -t tmpfs none /var/lib && ip link set lo up && ip link add eth0 type veth peer name lan && ip link set lan up && "
                   "ip addr add 192.168.0.11/24 dev eth0 && ip link set eth0 up", shell=True, check=True)
    for name, text in ("first", FIRST), ("second", SECOND):
        with open(name + ".yaml", "w") as file:
            file.write(text)
        expect(run("generate %s.yaml -o out-%s" % (name, name)), 0)
    server = Server(SOCKET, Connection)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    prepare()
    old = site()
    status, said = apply("second.yaml")
    allow = said.split("add: ")[1].split("\n")[0] if "add: " in said else ""
    engine.live()
    expect(apply("second.yaml", allow), 0)
    new, requests = site(), engine.requests
    changes = sum(not line.startswith("GET") for line in requests)
    rounds = 0
    # In the short form what changes something is interrupted in two ways, by turns, and one look in nine in one.
    turns = itertools.cycle([("killed before", "gone after"), ("killed after", "gone before")])
    for number, line in enumerate(requests):
        if is_long:
            ways = WAYS
        else:
            ways = next(turns) if not line.startswith("GET") else () if number % 9 else WAYS[number // 9 % 4 :][:1]
        for way in ways:
            prepare()
            engine.live()
            engine.fate = way, number
            status, said = apply("second.yaml", allow)
            what = "%s '%s' (%d of %d)" % (way, line, number + 1, len(requests))
            if status != (-signal.SIGKILL if "killed" in way else 1):
                print("%s: apply ended with %d: %s" % (what, status, said))
            engine.live()
            status, said = run("recover")
            if status != 0:
                print("%s: recover ended with %d: %s" % (what, status, said))
            there = site()
            rounds += 1
            if there not in (old, new):
                print("%s: neither old nor new: %s\n%s" % (what, said, there))
            if not is_long:
                continue
            status, said = apply("second.yaml", allow if there == old else "")
            if status != 0 or site() != new:
                print("%s: the next apply ended with %d: %s" % (what, status, said))
    print("%d requests, %d of them change something: interrupted %d times" % (len(requests), changes, rounds))


main()
