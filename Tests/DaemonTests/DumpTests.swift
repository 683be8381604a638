import DHCP
import Foundation
import NetPlan
import Router
import Testing
import Traefik

@Test func dump() throws {
    guard let root = ProcessInfo.processInfo.environment["DUMP"] else { return }
    for site in Site.all(of: "DHCP") + Site.all(of: "Traefik") + Site.all(of: "Router") {
        do {
            for f in try site.files(of: DhcpdEmitter.self) + site.files(of: TraefikEmitter.self) + site.files(of: RouterEmitter.self) {
                let u = URL(fileURLWithPath: "\(root)/\(site.name)/\(f.path)")
                try FileManager.default.createDirectory(at: u.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(f.content).write(to: u)
            }
        } catch { print(site.name, error) }
    }
    for c in ["full", "smallest"] {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "/work/shared/contract/\(c)/netplan-swarm.yaml")))
        do { for f in try Site.files(of: RouterEmitter.self, in: bytes, file: c) + Site.files(of: DhcpdEmitter.self, in: bytes, file: c) + Site.files(of: TraefikEmitter.self, in: bytes, file: c) {
            let u = URL(fileURLWithPath: "\(root)/contract-\(c)/\(f.path)")
            try FileManager.default.createDirectory(at: u.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(f.content).write(to: u)
        } } catch { print(c, error) }
    }
}
