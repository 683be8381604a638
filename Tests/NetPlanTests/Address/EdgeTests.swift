import NetPlan
import Testing

/// Where a family begins and ends, nothing traps and nothing wraps.
struct EdgeTests {
    @Test func theFirstAndLastAddressHaveOneNeighbour() {
        func check<A: Address>(_ family: A.Type) {
            let first = A(bits: 0)
            #expect(first.previous == nil && A.last.next == nil)
            #expect(first.next?.previous == first)
            #expect(A.last.previous?.next == A.last)
            #expect(A.last.bits.nonzeroBitCount == A.width)
        }
        check(IPv4Address.self)
        check(IPv6Address.self)
        check(MACAddress.self)
    }

    @Test func bitsAboveTheWidthAreDropped() { #expect(MACAddress(bits: .max) == MACAddress.last) }

    @Test func theWholeFamilyIsCountedWhereItFits() {
        #expect((IPv4Address(bits: 0)...IPv4Address.last).addressCount == 1 << 32)
        #expect((MACAddress(bits: 0)...MACAddress.last).addressCount == 1 << 48)
        #expect((IPv6Address(bits: 0)...IPv6Address.last).addressCount == Int.max)
        #expect((IPv6Address(bits: 0)...IPv6Address(bits: UInt128(Int.max))).addressCount == Int.max)
        #expect((IPv6Address(bits: 0)...IPv6Address(bits: UInt128(Int.max) - 2)).addressCount == Int.max - 1)
        #expect((IPv4Address.last...IPv4Address.last).addressCount == 1)
    }

    @Test func everyLengthOfEveryFamilyHasItsEnds() {
        func check<A: Address>(_ family: A.Type) {
            for length in 0...A.width {
                for address in [A(bits: 0), A.last] {
                    let prefix = Prefix(around: address, length: length)
                    #expect(prefix.contains(address) && prefix.first <= prefix.last)
                    #expect((prefix.last.bits - prefix.first.bits).nonzeroBitCount == A.width - length)
                    #expect(prefix.count > 0)
                    #expect(Prefix<A>("\(prefix)") == prefix || A.self == MACAddress.self)
                }
            }
        }
        check(IPv4Address.self)
        check(IPv6Address.self)
        check(MACAddress.self)
    }

    @Test func aSetOfTheWholeFamilyHasNoGap() {
        let all = IPv4Address(bits: 0)...IPv4Address.last
        let set = AddressSet([all])
        #expect(set.count == 1 << 32)
        #expect(set.gaps(in: all).isEmpty)
        #expect(set.lowestAbsent(in: all, from: IPv4Address(bits: 0)) == nil)
        #expect(set.lowestAbsent(in: all, from: .last) == nil)
        #expect(set.absentBlock(length: 32, in: all, from: .top) == nil)
        #expect(set.largestAbsentBlock(in: all) == nil)
        let none = AddressSet<IPv4Address>()
        #expect(none.absentBlock(length: 0, in: all, from: .top)?.description == "0.0.0.0/0")
        #expect(none.absentBlock(length: 33, in: all, from: .top) == nil)
        #expect(none.absentBlock(length: -1, in: all, from: .bottom) == nil)
        #expect(none.largestAbsentBlock(in: all)?.length == 0)
    }
}
