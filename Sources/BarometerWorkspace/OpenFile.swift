#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file of the system, closed when nobody holds it any more.
///
/// Safe to share: nothing in it changes, and reading at an offset moves no position. Only `readToEnd` does, which its one
/// caller asks once.
final class OpenFile: Sendable {
    private let descriptor: Int32
    private let isOwned: Bool
    let isFolder: Bool
    /// The number of bytes of an ordinary file; nil where only its end tells, as of a pipe.
    let size: Int?

    /// Opens a path, and waits until somebody writes where it is a pipe; nil where nothing may be read there.
    convenience init?(path: String) {
        var descriptor: Int32
        repeat { descriptor = open(path, O_RDONLY | O_CLOEXEC) } while descriptor < 0 && errno == EINTR
        guard descriptor >= 0 else { return nil }
        self.init(descriptor: descriptor, isOwned: true)
    }

    /// What is piped or redirected into the program; nil where that was closed.
    static var standardInput: OpenFile? { OpenFile(descriptor: 0, isOwned: false) }

    private init?(descriptor: Int32, isOwned: Bool) {
        var status = stat()
        self.descriptor = descriptor
        self.isOwned = isOwned
        let isKnown = fstat(descriptor, &status) == 0
        let kind = status.st_mode & S_IFMT
        isFolder = isKnown && kind == S_IFDIR
        // Files that the system makes up say a size of 0, and of standard input a part may have been read already.
        size = isKnown && isOwned && kind == S_IFREG && status.st_size > 0 ? Int(status.st_size) : nil
        guard isKnown else { return nil }
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// How many bytes at an offset were read, fewer than asked for only at the end; nil where they cannot be read.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        filling(buffer) { start, count, done in pread(self.descriptor, start, count, off_t(offset + done)) }
    }

    /// All bytes from here to the end; nil where they cannot be read.
    func readToEnd() -> [UInt8]? {
        var bytes: [UInt8] = []
        let piece = 1 << 20
        while true {
            var count: Int?
            bytes += [UInt8](unsafeUninitializedCapacity: piece) { buffer, initialized in
                count = self.filling(UnsafeMutableRawBufferPointer(buffer)) { start, count, _ in
                    readOnwards(self.descriptor, start, count)
                }
                initialized = count ?? 0
            }
            guard let count else { return nil }
            if count < piece { return bytes }
        }
    }

    /// Asks for bytes until the buffer is full or there are no more.
    private func filling(
        _ buffer: UnsafeMutableRawBufferPointer,
        _ ask: (UnsafeMutableRawPointer, Int, _ done: Int) -> Int
    ) -> Int? {
        guard let start = buffer.baseAddress else { return 0 }
        var done = 0
        while done < buffer.count {
            // Sound: `done` bytes of the buffer are filled, and no more are asked for than the rest holds.
            let count = ask(start + done, buffer.count - done, done)
            if count == 0 { break }
            if count > 0 {
                done += count
            } else if errno != EINTR {
                return nil
            }
        }
        return done
    }
}

/// The system's call, under a name that the methods above do not hide.
private func readOnwards(_ descriptor: Int32, _ start: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, start, count)
}
