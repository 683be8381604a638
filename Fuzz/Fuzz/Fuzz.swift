import Glibc

/// One reader under libFuzzer: `READER=plan Fuzz [libFuzzer's own arguments]`. See `run`.
///
/// The reader is no argument: where libFuzzer merges, it starts this program again with its own arguments alone.
@main
struct Fuzz {
    /// libFuzzer calls back without a context.
    nonisolated(unsafe) static var reader = Reader.plan

    static func main() {
        guard let named = getenv("READER").flatMap({ Reader(rawValue: String(cString: $0)) }) else {
            print("READER is one of \(Reader.allCases.map(\.rawValue).joined(separator: ", ")): see Fuzz/run")
            exit(64)
        }
        reader = named
        let arguments = CommandLine.arguments
        var count = Int32(arguments.count)
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let status = pointers.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            return run(&count, &start) { bytes, length in
                let input = Array(UnsafeBufferPointer(start: bytes, count: length))
                if let fault = Fuzz.reader.fault(on: input, wholly: length % 16 == 0) { fatalError(fault) }
                return 0
            }
        }
        exit(status)
    }
}

/// libFuzzer's own entry, for a program with a `main` of its own (llvm.org/docs/LibFuzzer.html).
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
