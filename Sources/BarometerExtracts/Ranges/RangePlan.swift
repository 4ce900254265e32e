import BarometerStore

/// How a file is cut into ranges, windows and blocks: by size only, so that nothing depends on the number of threads.
package struct RangePlan: Sendable {
    /// Bytes of a range; a range owns the records that begin in it.
    package var rangeSize = 32 << 20
    /// Bytes of a window, which fits the cache of a core; a longer record makes it larger.
    package var windowSize = 256 << 10
    /// Bytes in front and at the end of a file that are looked at first; smaller files are read the careful way at once.
    package var headSize = 12 << 10
    package var tailSize = 2 << 10
    /// The most rows of a block.
    package var rowsPerBlock = BlockLayout.rowLimit

    /// The most bytes of memory that reading may take; nil for no bound.
    package var memoryLimit: Int?

    package init() {}

    func estimate(_ path: String) -> MemoryEstimate {
        MemoryEstimate(limit: memoryLimit, path: path)
    }

    func ranges(of body: Range<Int>) -> [Range<Int>] {
        stride(from: body.lowerBound, to: body.upperBound, by: rangeSize).map {
            $0..<min($0 + rangeSize, body.upperBound)
        }
    }

    func reader(of shape: RecordShape) -> RangeReader {
        RangeReader(shape, windowSize: windowSize, rowsPerBlock: rowsPerBlock)
    }
}
