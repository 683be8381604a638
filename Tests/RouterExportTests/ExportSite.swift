import Foundation
import NetPlan
import Router
import RouterExports
import Testing

@testable import netplan_swarm

/// A plan of the Router's fixtures or of the examples, for reading back what it exports.
struct ExportSite: CustomTestStringConvertible {
    let folder: String
    var testDescription: String { folder }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    static let all = ["Sources/Plugins/Router/Fixtures", "Sources/Plugins/DHCP/Fixtures", "examples"].flatMap { folder in
        ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []).sorted()
            .map { ExportSite(folder: "\(folder)/\($0)") }
            .filter { FileManager.default.fileExists(atPath: $0.plan) && !$0.folder.hasSuffix("mistakes") }
    }

    private var plan: String { Self.root.appending(path: "\(folder)/netplan-swarm.yaml").path }

    func planned() throws -> PlannedSite { try PlannedSite(plan, progress: Progress()) }

    static func planned(_ text: String) throws -> Allocation {
        try #require(PlannedSite(unsaved: Array(text.utf8), as: "netplan-swarm.yaml").allocation)
    }

    /// The check of a file against one LAN.
    static func check(_ bytes: [UInt8], _ lan: Reference<LAN>, in allocation: Allocation) throws -> RouterCheck {
        let sheet = ReservationSheet(lan: lan, of: allocation)
        return RouterCheck(of: try ExportReader.read(bytes, file: "export"), against: [RouterDuties(sheet, lan: lan)], in: allocation)
    }
}
