internal import NetPlan

extension LANPicture {
    /// A square's side, and the distance from one to the next.
    private static let (side, pitch) = (15, 17)
    /// The column heads' height.
    private static let top = 16

    /// The picture, with a title and a description for whoever can't see it.
    func svg(titled title: String) -> HTML {
        let labels = (0..<rows).map(label(ofRow:))
        let left = 7 * (labels.map(\.utf8.count).max() ?? 0) + 5
        let (width, height) = (columns * Self.pitch, rows * Self.pitch)
        var page: HTML = """
            <svg class="lan" viewBox="0 0 \(left + width) \(Self.top + height)" role="img" aria-labelledby="picture-title picture-desc">
            <title id="picture-title">\(title)</title>
            <desc id="picture-desc">\(description)</desc>
            \(Self.patterns)

            """
        for column in stride(from: 0, to: columns, by: 4) {
            page += "<text class=\"head\" x=\"\(left + column * Self.pitch + Self.side / 2)\" y=\"10\">+\((column * scale).short)</text>\n"
        }
        for (row, label) in labels.enumerated() {
            page += "<text x=\"\(left - 5)\" y=\"\(Self.top + row * Self.pitch + 11)\">\(label)</text>\n"
        }
        page += """
            <g transform="translate(\(left) \(Self.top))">
            <rect width="\(width)" height="\(height)" fill="url(#free)"/>
            \(each: patches, { self.shape($0) })</g>
            </svg>

            """
        return page
    }

    /// A square for the legend, in a use's colour and pattern.
    static func swatch(_ use: LANUsage.Use) -> HTML {
        """
        <svg class="swatch" viewBox="0 0 \(pitch) \(pitch)" aria-hidden="true" focusable="false">\
        <rect width="\(pitch)" height="\(pitch)" fill="url(#free)"/>\(use == .free ? "" : rectangle(use, 0, 0, side, side))</svg>
        """
    }

    private static func rectangle(_ use: LANUsage.Use, _ x: Int, _ y: Int, _ width: Int, _ height: Int) -> HTML {
        "<rect class=\"\(use.word)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"\(height < 6 ? 0 : 3)\" fill=\"url(#\(use.word))\"/>"
    }

    private func shape(_ patch: Patch) -> HTML {
        let (x, y) = (patch.columns.lowerBound * Self.pitch, patch.row * Self.pitch)
        let width = (patch.columns.count - 1) * Self.pitch + Self.side
        var (shapes, bottom) = (HTML(), y + Self.side)
        for (use, height) in patch.heights(in: Self.side) {
            bottom -= height
            shapes += Self.rectangle(use, x, bottom, width, height)
        }
        return "<g><title>\(caption(of: patch))</title>\(shapes)</g>\n"
    }

    /// What a pointer that rests on a patch is told.
    private func caption(of patch: Patch) -> String {
        let uses = patch.uses.map { use, count in patch.run == nil || scale > 1 ? "\(use.word) \(count.grouped)" : use.word }
        let name = patch.run.map(\.name) ?? ""
        return "\((patch.run?.range ?? patch.range).text): \(Spelling.list(uses, "and"))\(name.isEmpty ? "" : ", \(name)")"
    }

    private var description: String {
        let unit = scale == 1 ? "each one address" : "each a block of \(scale.grouped) addresses, filled in proportion"
        let counts = LANUsage.Use.allCases.compactMap { use in
            let count = usage.count(of: use)
            return count == 0 ? nil : "\(use.word) \(count.grouped)"
        }
        return
            "\(squares.grouped) squares, \(unit), \(columns) in a row. By use: \(Spelling.list(counts, "and")). The tables below say it all in words."
    }
}

extension Int {
    /// A power of two as a column head: `48`, `64K`, `3M`.
    fileprivate var short: String {
        switch self {
        case (1 << 20)...: "\(self >> 20)M"
        case 1024...: "\(self >> 10)K"
        default: "\(self)"
        }
    }
}
