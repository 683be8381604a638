/// An overlay wider than /24, which Docker itself advises against, or of /31 and /32, which it accepts, and where no task ever starts.
enum OverlaySizeRule: Rule {
    static func check(_ survey: Survey, reporting problems: inout Diagnostics) {
        for overlay in survey.plan.overlays {
            guard let subnet = overlay.subnet else { continue }
            let length = subnet.declared?.length ?? overlay.size
            let place = Place.value(overlay.path[subnet == .open ? "size" : "subnet"])
            check(length, of: "overlay \(overlay.name)", at: place, reporting: &problems)
        }
    }

    /// One overlay, of a plan or of a pasted text.
    static func check(_ length: Int, of noun: String, at place: Place, reporting problems: inout Diagnostics) {
        if length < 24 {
            problems.report(
                .overlayTooLarge, at: place,
                "\(noun) is a /\(length): above 256 addresses Docker's own load balancing (endpoint mode vip) becomes unreliable",
                help: "make it a /24, or several of them")
        } else if length > 30 {
            problems.report(
                .overlayTooSmall, at: place, "\(noun) is a /\(length): Docker accepts it, and no task ever starts in it",
                help: "make it a /30 at least, and a /24 for most uses")
        }
    }
}
