import Glibc
import NetPlan

/// Joins networks that overlap or touch, one a line, as `iprange --optimize` does, by the sets that rules and allocation work with.
@main
enum Prefixes {
    static func main() throws {
        guard CommandLine.arguments.count == 2, let file = fopen(CommandLine.arguments[1], "rb") else { exit(64) }
        let ranges = try ranges(in: read(file))
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
        var status = stat()
        guard fstat(fileno(file), &status) == 0 else { exit(1) }
        let size = Int(status.st_size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in count = fread(buffer.baseAddress, 1, size, file) }
    }

    private static func ranges(in bytes: [UInt8]) throws -> [AddressRange<IPv4Address>] {
        var ranges: [AddressRange<IPv4Address>] = []
        ranges.reserveCapacity(bytes.count / 12)
        let text = bytes.span
        var start = 0
        for index in text.indices where text[index] == UInt8(ascii: "\n") {
            ranges.append(try Prefix<IPv4Address>.parse(text.extracting(start..<index)).prefix.range)
            start = index + 1
        }
        return ranges
    }

    /// A range as the fewest networks: from its start, each time the largest that begins there and does not reach beyond the end.
    private static func write(_ range: AddressRange<IPv4Address>, to text: inout TextBuffer) {
        var start = UInt64(range.lowerBound.bits)
        let end = UInt64(range.upperBound.bits) + 1
        while start < end {
            let aligned = start == 0 ? 32 : min(32, start.trailingZeroBitCount)
            let fitting = UInt64.bitWidth - 1 - (end - start).leadingZeroBitCount
            let hostBits = min(aligned, fitting)
            let network = Prefix(around: IPv4Address(bits: UInt32(start)), length: 32 - hostBits)
            if hostBits == 0 { text.append(network.first) } else { text.append(network) }
            text.newline()
            start += 1 << UInt64(hostBits)
        }
    }
}
