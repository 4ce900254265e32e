/// Where the bytes of an extract come from: a file, a pipe or memory, without the engine knowing a path.
public protocol ByteSource: Sendable {
    /// The number of bytes.
    var size: Int { get }

    /// Fills the buffer with the bytes from an offset on and gives how many there were; fewer only at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int

    /// All bytes, fewer than `size` where the source ends before; without a copy where they are in memory already.
    func readAll() throws -> [UInt8]
}

extension ByteSource {
    /// All bytes, asked for one stretch after the other.
    ///
    /// Linear in the size.
    public func readAll() throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                // Sound: the slice lies within the capacity just allocated; `count` covers only bytes that were read.
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<size])
                let read = try self.read(at: count, into: rest)
                if read == 0 { break }
                count += read
            }
        }
    }
}

/// Bytes that are already in memory.
public struct InMemoryBytes: ByteSource {
    private let bytes: [UInt8]

    /// A source of these bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The number of bytes.
    public var size: Int { bytes.count }

    /// The bytes themselves.
    public func readAll() -> [UInt8] { bytes }

    /// Copies bytes into the buffer.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let slice = bytes[min(offset, bytes.count)..<min(bytes.count, offset + buffer.count)]
        buffer.copyBytes(from: slice)
        return slice.count
    }
}
