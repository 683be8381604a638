/// Our lines in a file that is somebody else's: from the line `# BEGIN netplan-swarm SITE` to the line `# END netplan-swarm SITE`.
///
/// Everything outside stays as it is, to the byte.
struct MarkedBlock {
    let content: [UInt8]
    /// Where it stands, marks and the last line's end included; nil where there is none.
    let range: Range<Int>?

    /// Finds it. Fails where the marks are not a pair, so that it is not known what is ours.
    init(of site: String, in content: [UInt8], path: String) throws(Failure) {
        self.content = content
        let (begin, end) = (Array("# BEGIN netplan-swarm \(site)".utf8), Array("# END netplan-swarm \(site)".utf8))
        var (begins, ends): ([Int], [Int]) = ([], [])
        var start = 0
        while start < content.count {
            let stop = content[start...].firstIndex(of: 0x0A) ?? content.count
            // An editor may have put a carriage return before each line feed.
            let line = content[start..<stop].last == 0x0D ? content[start..<(stop - 1)] : content[start..<stop]
            if line.elementsEqual(begin) { begins.append(start) }
            if line.elementsEqual(end) { ends.append(min(stop + 1, content.count)) }
            start = stop + 1
        }
        switch (begins.count, ends.count) {
        case (0, 0): range = nil
        case (1, 1) where begins[0] < ends[0]: range = begins[0]..<ends[0]
        default:
            throw Failure(
                "'\(path)' has the marks of our block \(begins.count) times at its begin and \(ends.count) at its end, so it is not known what is ours: leave one of each, or remove them all"
            )
        }
    }

    /// The block's own bytes.
    var bytes: [UInt8]? { range.map { Array(content[$0]) } }

    /// The content with another block in its place; at the end where there was none. Nil takes it out.
    func replaced(by block: [UInt8]?) -> [UInt8] {
        if let range { return Array(content[..<range.lowerBound]) + (block ?? []) + Array(content[range.upperBound...]) }
        guard let block else { return content }
        let isOpen = content.last.map { $0 != 0x0A } ?? false
        return content + (isOpen ? [0x0A] : []) + block
    }
}
