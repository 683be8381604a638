import Glibc
import Testing

/// What a file has besides its bytes, on a file system that knows all of it: an image of ext4, in a mount namespace of its own.
@Suite struct KeptTests {
    private static let plan = """
        version: 1
        site: home
        ignore: [{rule: manager-count, reason: a lab}]
        lans: {home: {subnet: 192.168.0.0/24, gateway: 192.168.0.1}}
        pools: {docker: [{base: 10.210.0.0/16, size: 24}]}
        nodes: {ds1: {address: 192.168.0.11, role: manager}}
        services: {web: {backends: ["http://192.168.0.50:80"]}}
        outputs: {traefik: {on: [ds1], path: /etc/traefik}, hosts: {}, docker-daemon: {}}
        """

    /// A block, keys, and a whole file; the folder gives an ACL to all that is made in it, and one of the files has none.
    private static let script = """
        set -e
        truncate -s 16M image && mkfs.ext4 -q image && mkdir root && mount -o loop image root
        mkdir -p root/etc/docker
        printf '127.0.0.1\\tlocalhost\\n' >root/etc/hosts
        printf '{"debug": true}\\n' >root/etc/docker/daemon.json
        apply() { netplan-swarm apply --root root --node ds1 --yes "$@" >said 2>&1 || { cat said; exit 1; }; }
        apply
        sed -i s/:80/:8080/ netplan-swarm.yaml
        sed -i s/0.11,/0.12,/ netplan-swarm.yaml
        sed -i s/10.210/10.211/ netplan-swarm.yaml
        setfacl -d -m u:1234:rwx root/etc root/etc/docker root/etc/traefik
        for file in etc/hosts etc/docker/daemon.json etc/traefik/web.yml; do
            file=root/$file
            chown 12:34 $file
            chmod 640 $file
            [ $file = root/etc/hosts ] || setfacl -m u:4321:rw,g:55:r,m::rw $file
            setfattr -n user.note -v kept $file
            setfattr -n trusted.note -v kept $file
        done
        look() {
            for file in etc/hosts etc/docker/daemon.json etc/traefik/web.yml; do
                getfacl -np root/$file; getfattr -d -m - --absolute-names root/$file
                stat -c '%u %g %a' root/$file
            done
        }
        bytes() { sha256sum root/etc/hosts root/etc/docker/daemon.json root/etc/traefik/web.yml; }
        same() { look >now; diff kept now || { echo "$1: something is lost"; exit 1; }; bytes >bytes.now; }
        look >kept; bytes >bytes.old
        grep -c user:4321:rw- kept; grep -c 'user.note="kept"' kept; grep -c 'trusted.note="kept"' kept; grep -c '^12 34 6[46]0$' kept
        apply --allow root:nodes.ds1.address
        same apply; [ "$(diff bytes.old bytes.now | grep -c '^>')" = 3 ]
        netplan-swarm rollback --root root
        same rollback; cmp bytes.old bytes.now
        apply --allow root:nodes.ds1.address
        mv root/var/lib/netplan-swarm/last root/var/lib/netplan-swarm/begun
        netplan-swarm recover --root root
        same recover; cmp bytes.old bytes.now
        echo all of it was kept
        """

    @Test(
        .enabled(
            if: geteuid() == 0 && ProgramRun.isWanted("unshare", "mkfs.ext4", "setfacl", "setfattr"),
            "it needs root, unshare, e2fsprogs, acl and attr"))
    func `Owner, mode, ACL and extended attributes outlive apply, rollback and recover`() throws {
        let folder = try Scratch()
        try folder.write(Self.plan, to: "netplan-swarm.yaml")
        try folder.write(Self.script, to: "script")
        let run = try ProgramRun.shell("exec unshare -m sh script", in: folder)
        #expect(run.status == 0 && run.text.hasPrefix("2\n3\n3\n3\n") && run.text.contains("all of it was kept"), "\(run.text)")
    }
}
