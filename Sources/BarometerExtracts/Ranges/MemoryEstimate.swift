import BarometerCore

/// How many bytes of memory a way of reading will take, told before it is begun.
///
/// Estimates are high rather than low: they count what the ways keep at once, and the program itself.
struct MemoryEstimate {
    /// The most bytes that may be taken; nil for no bound.
    var limit: Int?
    var path: String

    /// The program without a file.
    private static let program = 20 << 20
    /// The window of a range with its scratch memory.
    private static let window = 4 << 20

    /// - Throws: `ExtractError` (D410) where reading the file range by range would pass the limit.
    func checkRanges(_ sample: FileSample, _ plan: RangePlan, threads: Int) throws(ExtractError) {
        let ranges = threads == 1 ? 1 : threads + 1
        let range = plan.rangeSize / sample.recordBytes * sample.recordMemory
        try check(MemoryEstimate.program + ranges * (2 * range + MemoryEstimate.window))
    }

    /// - Throws: `ExtractError` (D410) where the table of the whole file would pass the limit.
    func checkTable(_ sample: FileSample, threads: Int) throws(ExtractError) {
        let rows = sample.shape.body.count / sample.recordBytes * sample.recordMemory
        try check(MemoryEstimate.program + rows + threads * MemoryEstimate.window)
    }

    /// - Throws: `ExtractError` (D410) where understanding a file of this size the careful way would pass the limit.
    func checkCareful(size: Int) throws(ExtractError) {
        try check(MemoryEstimate.program + 3 * size)
    }

    private func check(_ bytes: Int) throws(ExtractError) {
        guard let limit, bytes > limit else { return }
        let (needed, allowed) = (MemoryEstimate.printed(bytes), MemoryEstimate.printed(limit))
        throw ExtractError(diagnostics: [
            Diagnostic(
                .memoryLimit,
                LocalizedText(
                    en: "reading the file would take about \(needed) of memory, more than the \(allowed) allowed",
                    da: "at læse filen vil tage omkring \(needed) hukommelse, mere end de tilladte \(allowed)"
                ),
                at: SourceLocation(path: path),
                hint: LocalizedText(
                    en: "raise --memory-limit, use fewer --threads, or ask about a smaller file",
                    da: "hæv --memory-limit, brug færre --threads, eller spørg om en mindre fil"
                )
            )
        ])
    }

    private static func printed(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\(max(1, bytes / 1000)) kB" : "\(bytes / 1_000_000) MB"
    }
}

extension FileSample {
    /// The mean length of a record in bytes, at least 1.
    var recordBytes: Int {
        max(1, sampledBytes / max(1, grid.rowCount))
    }

    /// The bytes that a record takes in blocks, from the labels and numbers of the sample.
    var recordMemory: Int {
        var labels = 0
        var values = 0
        for (field, column) in zip(shape.fields, grid.columns) {
            switch field {
            case .label: labels += column.texts.count * 2 > grid.rowCount ? 4 : 2
            case .value: values += column.texts.contains { $0.utf8.count > 8 } ? 8 : 4
            case .ignored, .blank: continue
            }
        }
        return (labels + (shape.isWide ? 2 : 0)) * shape.cellsPerRecord + values
    }
}
