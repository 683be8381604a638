/// What of a file is ours.
extension World {
    /// Our part of a file; nil where it has none.
    func part(_ part: Replacement.Part, of content: [UInt8], like ours: [UInt8], path: String) throws(Failure) -> [UInt8]? {
        switch part {
        case .whole: content
        case .block(let site): try MarkedBlock(of: site, in: content, path: shown(path)).bytes
        case .keys(let name): try merger(name, path).part(of: content, like: ours)
        }
    }

    /// The file with our part anew; nil where nothing is left in it.
    func replacing(
        _ part: Replacement.Part, of content: [UInt8], by new: [UInt8]?, instead old: [UInt8]?, path: String
    ) throws(Failure) -> [UInt8]? {
        switch part {
        case .whole: return new
        case .block(let site):
            let replaced = try MarkedBlock(of: site, in: content, path: shown(path)).replaced(by: new)
            return replaced.isEmpty ? nil : replaced
        case .keys(let name): return try merger(name, path).merging(new, replacing: old, into: content)
        }
    }

    /// A file in which nothing is left, and that was there before us.
    func emptied(_ part: Replacement.Part, path: String) throws(Failure) -> [UInt8] {
        if case .keys(let name) = part { try merger(name, path).nothing } else { [] }
    }

    private func merger(_ name: String, _ path: String) throws(Failure) -> any Merger {
        guard let merger = judges[name] as? any Merger else {
            throw Failure("'\(shown(path))' was merged by '\(name)', which this version does not know: use the one that did")
        }
        return merger
    }
}
