"""Many DHCP clients on one interface, all at once (RFC 2131).

    ip netns exec lan python3 dhcp-clients.py eth0 < questions

A line of standard input is a client: `discover MAC [ADDRESS]` looks for a server and takes what it is offered, whatever it asked for;
`reboot MAC ADDRESS` says that it has that address already. Each answers with a line a thing that happened to it:
`MAC offered ADDRESS`, `MAC leased ADDRESS`, `MAC refused`, or `MAC silence` alone. Who heard nothing asks once more. It ends when
nobody waits, or when nobody was told anything for twice two seconds: dhcpd itself takes one, for it pings an address before it offers it.
"""
import random
import select
import socket
import struct
import sys
import time

COOKIE = b"\x63\x82\x53\x63"
DISCOVER, OFFER, REQUEST, ACK, NAK = 1, 2, 3, 5, 6


class Client:
    def __init__(self, line):
        self.kind, self.mac, *rest = line.split()
        self.wanted = rest[0] if rest else None
        self.chaddr = bytes.fromhex(self.mac.replace(":", ""))
        self.xid = random.randbytes(4)
        self.happened = []
        self.is_done = False

    def first(self):
        if self.kind == "reboot":
            return self.packet(REQUEST, {50: socket.inet_aton(self.wanted)})
        return self.packet(DISCOVER, {50: socket.inet_aton(self.wanted)} if self.wanted else {})

    def packet(self, message, options):
        # The broadcast flag: none of these clients has an address that an answer could go to.
        head = struct.pack("!BBBB4sHH16s16s", 1, 1, 6, 0, self.xid, 0, 0x8000, bytes(16), self.chaddr) + bytes(192) + COOKIE
        # Known by its MAC, as busybox's client is: so it is the same client there and here.
        fields = {53: bytes([message]), 61: b"\x01" + self.chaddr, **options}
        return head + b"".join(bytes([code, len(value)]) + value for code, value in fields.items()) + b"\xff"

    def note(self, text):
        if text not in self.happened:
            self.happened.append(text)

    def answer(self, packet):
        """What it says to what it was told, or None."""
        options = parse(packet[240:])
        address = socket.inet_ntoa(packet[16:20])
        kind = options.get(53, b"\0")[0]
        if kind == OFFER and self.kind == "discover":
            self.note("offered " + address)
            return self.packet(REQUEST, {50: packet[16:20], 54: options[54]})
        if kind in (ACK, NAK):
            self.note("leased " + address if kind == ACK else "refused")
            self.is_done = True
        return None


def parse(data):
    options = {}
    while data and data[0] != 255:
        if data[0] == 0:
            data = data[1:]
            continue
        options[data[0]] = data[2 : 2 + data[1]]
        data = data[2 + data[1] :]
    return options


def listen(wire, clients):
    last = time.monotonic()
    while any(not client.is_done for client in clients.values()) and time.monotonic() < last + 2:
        if not select.select([wire], [], [], 0.1)[0]:
            continue
        packet = wire.recv(2048)
        client = clients.get(packet[4:8])
        if client is None:
            continue
        last = time.monotonic()
        if answer := client.answer(packet):
            wire.sendto(answer, ("255.255.255.255", 67))


def main():
    clients = {client.xid: client for client in map(Client, sys.stdin)}
    wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, sys.argv[1].encode())
    wire.bind(("", 68))
    for _ in range(2):
        for client in clients.values():
            if not client.happened:
                wire.sendto(client.first(), ("255.255.255.255", 67))
                time.sleep(0.001)
        listen(wire, clients)
    for client in clients.values():
        for text in client.happened or ["silence"]:
            print(client.mac, text)


main()
