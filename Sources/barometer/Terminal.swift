import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The two channels of the program: results on standard output, everything else on standard error.
enum Terminal {
    /// Writes a result as it is.
    ///
    /// - Throws: a fault of the program's output, such as a full disk.
    static func write(_ text: String) throws {
        guard write(text, to: 1) else {
            tell("error[D002]: standard output cannot be written")
            throw ExitStatus.faultyData
        }
    }

    /// Writes a message with a line end.
    static func tell(_ text: String) {
        _ = write(text + "\n", to: 2)
    }

    /// Whether messages may be coloured: only on a terminal that can, and that did not ask for none.
    static var isErrorColoured: Bool {
        guard isatty(2) == 1 else { return false }
        let environment = ProcessInfo.processInfo.environment
        return environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }

    /// Whether all was written; a reader that went away (`| head`) needs no more.
    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let written = systemWrite(descriptor, start, rest.count)
                guard written > 0 else { return errno == EPIPE }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
            return true
        }
    }
}

/// The system's call, under a name that the methods above do not hide.
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, start, count)
}
