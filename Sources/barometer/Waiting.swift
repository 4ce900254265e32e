import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Lets a command wait for work on several threads.
///
/// A command that needs none starts none: the program's own start would take half as long again if it were asynchronous.
enum Waiting {
    private final class Outcome<Value: Sendable>: Sendable {
        let result = Mutex<Result<Value, any Error>?>(nil)
    }

    /// What the work gives, on this thread, which waits for it.
    static func result<Value: Sendable>(of work: @escaping @Sendable () async throws -> Value) throws -> Value {
        let outcome = Outcome<Value>()
        var ends: (Int32, Int32) = (0, 0)
        let isOpen = withUnsafeMutableBytes(of: &ends) { pipe($0.assumingMemoryBound(to: Int32.self).baseAddress) == 0 }
        precondition(isOpen, "a pipe can be opened")
        let (reading, writing) = ends
        defer { close(reading) }
        Task {
            let result: Result<Value, any Error>
            do { result = .success(try await work()) } catch { result = .failure(error) }
            outcome.result.withLock { $0 = result }
            close(writing)
        }
        // The pipe ends when the work does.
        var byte: UInt8 = 0
        while read(reading, &byte, 1) < 0, errno == EINTR {}
        guard let result = outcome.result.withLock({ $0 }) else { preconditionFailure("the work has ended") }
        return try result.get()
    }
}
