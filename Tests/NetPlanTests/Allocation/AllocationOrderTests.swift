import NetPlan
import Testing

/// Single sentences of how open places are filled, each with a small plan.
struct AllocationOrderTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        let plan: String
        var lock = ""
        let expected: [String]

        var testDescription: String { what }
    }

    private static let nodes = """
        nodes:
          ds1: {address: 192.168.0.11, role: manager}
          ds2: {address: 192.168.0.12, role: manager}
          ds3: {address: 192.168.0.13, role: manager}

        """
    private static let lan = "lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}\n"
    private static let small = "lans: {home: {subnet: 192.168.0.0/28, gateway: 192.168.0.1}}\n"

    @Test(arguments: [
        Row(
            what: "slices come from the top, the LAN's last block first, in the order of the list",
            plan: lan + nodes + "macvlans: {m: {nodes: [ds2, ds1]}}",
            expected: ["slice m ds1 192.168.0.248/30", "slice m ds2 192.168.0.252/30"]),
        Row(
            what: "or from the bottom, without the gateway's block",
            plan: "lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1, slices: {from: bottom, size: 29}}}\n" + nodes
                + "macvlans: {m: {nodes: [ds2]}}",
            expected: ["slice m ds2 192.168.0.16/29"]),
        Row(
            what: "the LAN's first block is one like others where nothing is in it",
            plan: "lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.254, slices: {from: bottom}}}\n" + nodes
                + "macvlans: {m: {nodes: [ds2]}}",
            expected: ["slice m ds2 192.168.0.0/30"]),
        Row(
            what: "a /32 at the edge has no usable address, so the next one is taken",
            plan: lan + nodes + "macvlans: {m: {nodes: [ds2], size: 32}}", expected: ["slice m ds2 192.168.0.254/32"]),
        Row(
            what: "a /31 at the edge has one",
            plan: lan + nodes + "macvlans: {m: {nodes: [ds2], size: 31}}", expected: ["slice m ds2 192.168.0.254/31"]),
        Row(
            what: "slices of different sizes are aligned",
            plan: lan + nodes + "macvlans: {a: {nodes: [ds1], size: 30}, b: {nodes: [ds2], size: 28}, c: {nodes: [ds3], size: 29}}",
            expected: ["slice a ds1 192.168.0.252/30", "slice b ds2 192.168.0.224/28", "slice c ds3 192.168.0.240/29"]),
        Row(
            what: "overlays are the lowest free blocks of the pools in the order of the list",
            plan: "pools: {overlay: [10.209.0.0/24, 10.201.0.0/16]}\n" + lan + nodes + "overlays: {b: {}, a: {size: 25}, c: {size: 28}}",
            expected: ["overlay a 10.201.0.0/25", "overlay b 10.209.0.0/24", "overlay c 10.201.0.128/28"]),
        Row(
            what: "overlays keep clear of everything that Docker has",
            plan:
                "pools: {overlay: [10.0.0.0/23, 172.17.0.0/16, 172.18.0.0/16, 10.210.0.0/15], docker: [{base: 10.210.0.0/16, size: 24}], docker0: 172.17.0.0/16, gwbridge: 172.18.0.0/16}\n"
                + lan + nodes + "overlays: {a: {}, b: {}}",
            expected: ["overlay a 10.0.1.0/24", "overlay b 10.211.0.0/24"]),
        Row(
            what: "addresses are the lowest free ones, nodes and devices in the order of the sections",
            plan: lan + "nodes: {ds1: {address: auto, role: manager}}\ndevices: {tv: {address: auto}, nas: {address: 192.168.0.3}}",
            expected: ["address ds1 192.168.0.2", "address tv 192.168.0.4"]),
        Row(
            what: "and the other way round",
            plan: lan + "devices: {tv: {address: auto}, nas: {address: 192.168.0.3}}\nnodes: {ds1: {address: auto, role: manager}}",
            expected: ["address ds1 192.168.0.4", "address tv 192.168.0.2"]),
        Row(
            what: "a node's other LANs come right after its own",
            plan:
                "lans: {a: {subnet: 10.1.0.0/24}, b: {subnet: 10.2.0.0/24}}\nnodes: {x: {address: auto, lan: a, role: manager, also: {b: {address: auto}}}, y: {address: auto, lan: b, also: {a: {address: auto}}}}",
            expected: ["address x 10.1.0.1", "address x b 10.2.0.1", "address y 10.2.0.2", "address y a 10.1.0.2"]),
        Row(
            what: "a LAN of two has two addresses (RFC 3021)",
            plan: "lans: {a: {subnet: 10.1.0.0/31}}\nnodes: {x: {address: auto, role: manager}, y: {address: auto}}",
            expected: ["address x 10.1.0.0", "address y 10.1.0.1"]),
        Row(
            what: "the end of the family is an end like others",
            plan: "lans: {a: {subnet: 255.255.255.254/31}}\nnodes: {x: {address: auto, role: manager}, y: {address: auto}}",
            expected: ["address x 255.255.255.254", "address y 255.255.255.255"]),
        Row(
            what: "services take the lowest usable address that no other has, given ones first",
            plan: lan + nodes
                + "macvlans: {m: {nodes: [ds1], scope: local, size: 29, slices: {ds1: 192.168.0.248/29}}}\nservices: {a: {network: m, nodes: [ds1], address: auto}, b: {network: m, nodes: [ds1], address: {ds1: 192.168.0.248}}, c: {network: m, nodes: [ds1], address: auto}}",
            expected: ["service a ds1 192.168.0.249", "service c ds1 192.168.0.250"]),
        Row(
            what: "slices and addresses come before what is open, whatever the order of the file",
            plan: "devices: {tv: {address: auto}}\n" + small
                + "nodes: {ds1: {address: 192.168.0.2, role: manager}}\nmacvlans: {m: {nodes: [ds1], size: 29}}",
            expected: ["address tv 192.168.0.3", "slice m ds1 192.168.0.8/29"]),
        Row(
            what: "a freed block is not handed out again while others were never used",
            plan: lan + nodes + "macvlans: {m: {nodes: [ds1]}}\noverlays: {a: {}}",
            lock: "freed slice m ds9 192.168.0.252/30\nfreed overlay z 10.201.0.0/25",
            expected: [
                "freed overlay z 10.201.0.0/25", "freed slice m ds9 192.168.0.252/30", "overlay a 10.201.1.0/24",
                "slice m ds1 192.168.0.248/30",
            ]),
        Row(
            what: "a block that loses its owner in this very run is kept back already",
            plan: lan + nodes + "macvlans: {new: {nodes: [ds1]}}\noverlays: {web: {}}",
            lock: "slice old ds1 192.168.0.252/30\noverlay proxy 10.201.0.0/24",
            expected: [
                "freed overlay proxy 10.201.0.0/24", "freed slice old ds1 192.168.0.252/30", "overlay web 10.201.1.0/24",
                "slice new ds1 192.168.0.248/30",
            ]),
        Row(
            what: "its former owner gets it back at once",
            plan: lan + nodes + "macvlans: {m: {nodes: [ds2, ds1]}}\noverlays: {a: {}, z: {size: 25}}",
            lock: "freed slice m ds1 192.168.0.252/30\nfreed overlay z 10.201.9.0/25",
            expected: [
                "overlay a 10.201.0.0/24", "overlay z 10.201.9.0/25", "slice m ds1 192.168.0.252/30", "slice m ds2 192.168.0.248/30",
            ]),
        Row(
            what: "when nothing else is left, freed blocks go in the normal order",
            plan: small + "nodes: {ds1: {address: 192.168.0.2, role: manager}}\nmacvlans: {m: {nodes: [ds1]}}",
            lock: "freed slice m x 192.168.0.4/30\nfreed slice m y 192.168.0.8/30\nfreed slice m z 192.168.0.12/30",
            expected: ["freed slice m x 192.168.0.4/30", "freed slice m y 192.168.0.8/30", "slice m ds1 192.168.0.12/30"]),
        Row(
            what: "a single address is not kept back",
            plan: lan + "nodes: {ds1: {address: auto, role: manager}}", lock: "address gone 192.168.0.2",
            expected: ["address ds1 192.168.0.2"]),
        Row(
            what: "what the lock says stays, whatever is free",
            plan: lan
                + "nodes: {ds1: {address: auto, role: manager}}\nmacvlans: {m: {nodes: [ds1]}}\noverlays: {a: {}}\nservices: {s: {network: m, nodes: [ds1], address: auto}}",
            lock: "address ds1 192.168.0.77\nslice m ds1 192.168.0.64/30\noverlay a 10.201.99.0/24\nservice s ds1 192.168.0.66",
            expected: ["address ds1 192.168.0.77", "overlay a 10.201.99.0/24", "service s ds1 192.168.0.66", "slice m ds1 192.168.0.64/30"]),
        Row(
            what: "a decision that the plan makes itself leaves the lock",
            plan: lan + nodes + "macvlans: {m: {nodes: [ds1], slices: {ds1: 192.168.0.64/30}}}\noverlays: {a: {subnet: 10.201.99.0/24}}",
            lock: "address ds1 192.168.0.77\nslice m ds1 192.168.0.64/30\noverlay a 10.201.99.0/24", expected: []),
    ])
    func placesAreFilledInTheOrderThatIsPromised(_ row: Row) {
        let lock = row.lock.isEmpty ? nil : Array("lock 1 home\n\(row.lock)\n".utf8)
        let run = Run("version: 1\nsite: home\n" + row.plan + "\n", lock: lock)
        let errors = run.errors.filter { !$0.contains("special-address-space") }
        #expect(errors.isEmpty, "\(errors)")
        #expect(lockLines(run.allocation) == row.expected)
    }

    @Test(arguments: [
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/30, gateway: 192.168.0.1}}\nnodes: {a: {address: auto, role: manager}, b: {address: ①auto, role: manager}, c: {address: 192.168.0.9, role: manager}}",
            "E pool-exhausted ①"),
        MarkedPlan(
            "lans: {home: {subnet: 192.168.0.0/28, gateway: 192.168.0.1}}\nnodes: {a: {address: 192.168.0.5, role: manager}}\nmacvlans: {m: {nodes: [①a], size: 29}}\ndevices: {tv: {address: 192.168.0.9}}",
            "E pool-exhausted ①"),
        MarkedPlan(
            "pools: {overlay: [10.201.0.0/24]}\nnodes: {a: {address: 192.168.0.5, role: manager}}\nlans: {home: {subnet: 192.168.0.0/28}}\noverlays: {x: {}, ①y: {size: 30}}",
            "E pool-exhausted ①"),
        MarkedPlan(
            "pools: {overlay: []}\nnodes: {a: {address: 192.168.0.5, role: manager}}\nlans: {home: {subnet: 192.168.0.0/28}}\noverlays: {①y: {}}",
            "E pool-exhausted ①"),
    ])
    func whatFindsNoRoomIsSaidAtItsPlace(_ plan: MarkedPlan) {
        let marked = MarkedText("version: 1\nsite: home\n" + plan.text)
        let found = Run(marked.text).findings.filter { $0.diagnostic.rule == .poolExhausted }.map { $0.text(naming: marked.name) }
        #expect(found == plan.findings)
    }
}
