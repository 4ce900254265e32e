import BarometerCore

/// A column of values with the statuses that go with them, in blocks.
///
/// Whole numbers and numbers with at most four decimals are kept as scaled whole numbers of 32 or 64 bits, so that sums
/// are exact; the rest as doubles. Either all blocks are whole numbers at one scale, or all are doubles. A row without a
/// value keeps the status that says why.
public struct MeasureColumn: Sendable {
    /// The name of the measure, as the file heads it.
    public let name: String
    /// What the values count.
    public var unit: Unit
    package internal(set) var blocks: [ValueBlock] = []
    /// The value of a row of whole numbers is the number divided by ten to this power; 0 where the blocks are doubles.
    package internal(set) var decimals = 0
    /// For each block the statuses of its rows where a value of it is not an ordinary one, else nil.
    ///
    /// The status of a row without a value stands in its place in the block, and is not read here.
    package internal(set) var statuses: [[ObservationStatus]?] = []
    /// How the rows are divided into blocks.
    package internal(set) var layout = BlockLayout()
    /// The most decimals that a value was printed with.
    public internal(set) var printedDecimals = 0
    var holdsDoubles = false

    /// The most decimals that are kept as scaled whole numbers.
    package static let mostExactDecimals = 4

    /// An empty column.
    public init(name: String, unit: Unit) {
        self.name = name
        self.unit = unit
    }

    /// A column of blocks that a reader has finished, none of them empty or longer than a block may be.
    ///
    /// - Parameters:
    ///   - decimals: the scale of all blocks where they are whole numbers, else 0.
    ///   - statuses: for each block the statuses of its rows, or nil where all its values are ordinary.
    package init(
        name: String,
        unit: Unit,
        decimals: Int,
        printedDecimals: Int,
        blocks: [ValueBlock],
        statuses: [[ObservationStatus]?]
    ) {
        precondition(blocks.count == statuses.count, "every block has its statuses or none")
        precondition(
            zip(blocks, statuses).allSatisfy { $1.map(\.count) ?? $0.count == $0.count },
            "a block has a status for each row"
        )
        holdsDoubles = blocks.first?.isDoubles ?? false
        precondition(
            blocks.allSatisfy { [holdsDoubles] in $0.isDoubles == holdsDoubles }
                && (0...(holdsDoubles ? 0 : MeasureColumn.mostExactDecimals)).contains(decimals),
            "the blocks of a column are whole numbers of one scale, or doubles"
        )
        self.name = name
        self.unit = unit
        self.blocks = blocks
        self.decimals = decimals
        self.statuses = statuses
        self.printedDecimals = printedDecimals
        layout = BlockLayout(lengths: blocks.map(\.count))
    }

    /// Whether the values are scaled whole numbers, whose sums are exact.
    package var isExact: Bool { !holdsDoubles }

    /// The number of rows.
    public var count: Int { layout.rowCount }

    /// The value of a row, or nil where it is missing.
    public subscript(row: Int) -> Double? {
        let (block, offset) = layout.place(of: row)
        return blocks[block].value(of: offset, divisor: powerOfTen(decimals))
    }

    /// The status of a row.
    public func status(of row: Int) -> ObservationStatus {
        let (block, offset) = layout.place(of: row)
        return blocks[block].missingStatus(of: offset) ?? statuses[block]?[offset] ?? .normal
    }
}

// MARK: - Adding rows

extension MeasureColumn {
    /// Adds a row: a number, or nil with the status that says why there is none.
    ///
    /// Amortised constant time. A number with more decimals than those before rescales the column; one with more than
    /// four, or one that makes a scaled value leave 64 bits, turns it into doubles.
    public mutating func append(_ number: DecimalNumber?, status: ObservationStatus = .normal) {
        precondition((number == nil) == status.isMissing, "a missing value needs the status that says why")
        openRow(status)
        let last = blocks.count - 1
        guard let number else {
            blocks[last].append(missing: status)
            return
        }
        printedDecimals = max(printedDecimals, number.decimals)
        if !holdsDoubles, number.decimals > decimals, !rescale(to: number.decimals) { turnIntoDoubles() }
        if !holdsDoubles, let digits = number.digits(at: decimals), blocks[last].append(scaled: digits) { return }
        turnIntoDoubles()
        blocks[last].append(double: number.value)
    }

    /// Adds a row whose number has more digits than a decimal number holds; the column then holds doubles.
    ///
    /// The number must be finite.
    public mutating func append(double: Double, status: ObservationStatus = .normal) {
        precondition(double.isFinite && !status.isMissing, "a value is a finite number")
        openRow(status)
        turnIntoDoubles()
        blocks[blocks.count - 1].append(double: double)
    }

    /// Makes room for a row that is about to be appended, with its status.
    private mutating func openRow(_ status: ObservationStatus) {
        if layout.appendRow() {
            blocks.append(holdsDoubles ? .doubles([]) : .short([]))
            statuses.append(nil)
        }
        let last = blocks.count - 1
        let isRemarkable = status != .normal && !status.isMissing
        if isRemarkable, statuses[last] == nil {
            statuses[last] = Array(repeating: .normal, count: blocks[last].count)
        }
        statuses[last]?.append(status)
    }

    /// Brings all blocks to a finer scale; false, and nothing changed, where a value would not fit.
    mutating func rescale(to finer: Int) -> Bool {
        guard finer <= MeasureColumn.mostExactDecimals else { return false }
        let factor = powerOfTen(finer - decimals)
        var rescaled: [ValueBlock] = []
        for block in blocks {
            guard let block = block.rescaled(by: factor) else { return false }
            rescaled.append(block)
        }
        blocks = rescaled
        decimals = finer
        return true
    }

    /// Turns the whole numbers into doubles, for good.
    mutating func turnIntoDoubles() {
        guard !holdsDoubles else { return }
        let divisor = powerOfTen(decimals)
        blocks = blocks.map { $0.asDoubles(divisor: divisor) }
        (decimals, holdsDoubles) = (0, true)
    }
}
