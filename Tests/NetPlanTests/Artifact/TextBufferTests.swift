import NetPlan
import Testing

struct TextBufferTests {
    @Test func numbersAndNamesBecomeTextOnce() throws {
        var text = TextBuffer()
        text.reserve(100)
        text.append(IPv4Address(bits: 0x0A64_0901))
        text.append(ascii: "\t")
        text.append(try #require(Prefix<IPv6Address>("fd00::/100")))
        text.append(line: " end")
        text.append(IPv4Address(bits: 1)...IPv4Address(bits: 1))
        text.append(ascii: " ")
        text.append(IPv4Address(bits: 1)...IPv4Address(bits: 2))
        text.newline()
        text.append(try #require(HostName("DS1")))
        text.append(IPAddress.v6(IPv6Address(bits: 1)))
        var whole = TextBuffer()
        whole.append(text)
        whole.append("ä")
        #expect(String(whole) == "10.100.9.1\tfd00::/100 end\n0.0.0.1 0.0.0.1-0.0.0.2\nds1::1ä")
        #expect(whole.bytes == Array(String(whole).utf8))
    }
}
