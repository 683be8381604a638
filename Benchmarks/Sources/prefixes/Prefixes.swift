import Glibc
import NetPlan

/// Joins networks that overlap or touch, one a line, as `iprange --optimize` does, by the sets that rules and allocation work with.
@main
enum Prefixes {
    static func main() throws {
        guard CommandLine.arguments.count == 2, let file = fopen(CommandLine.arguments[1], "rb") else { exit(64) }
        var ranges: [AddressRange<IPv4Address>] = []
        for line in read(file).split(separator: 0x0A) { ranges.append(try Prefix<IPv4Address>.parse(line.span).prefix.range) }
        var text = TextBuffer()
        for range in AddressSet(ranges).ranges { write(range, to: &text) }
        var rest = text.bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if written <= 0 { exit(1) }
            rest = rest.dropFirst(written)
        }
    }

    private static func read(_ file: UnsafeMutablePointer<FILE>) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// A range as the fewest networks: from its start, each time the largest that begins there and does not reach beyond the end.
    private static func write(_ range: AddressRange<IPv4Address>, to text: inout TextBuffer) {
        var start = UInt64(range.lowerBound.bits)
        let end = UInt64(range.upperBound.bits) + 1
        while start < end {
            let aligned = start == 0 ? 32 : min(32, start.trailingZeroBitCount)
            let fitting = UInt64.bitWidth - 1 - (end - start).leadingZeroBitCount
            let hostBits = min(aligned, fitting)
            text.append(Prefix(around: IPv4Address(bits: UInt32(start)), length: 32 - hostBits))
            text.newline()
            start += 1 << UInt64(hostBits)
        }
    }
}
