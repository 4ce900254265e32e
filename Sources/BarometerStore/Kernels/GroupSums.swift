import BarometerCore

/// The figures of groups while they are added up, by group index.
///
/// The first indices are no groups but take the rows that are filtered away, so that the loops have no branch; there are
/// several so that such rows in a row do not wait for each other. Only what the question asks for has memory.
///
/// Sound as `@unchecked Sendable` because it belongs to one worker, which one task has at a time.
final class GroupSums: @unchecked Sendable {
    /// The sum of whole numbers, wrapping, and the rows: those with a value in the low half, those without in the high.
    struct Cell {
        var sum: Int64
        var tally: UInt64

        static let missingRow: UInt64 = 1 << 32
    }

    /// A sum of doubles with its running error (Neumaier).
    struct Compensated {
        var sum: Double
        var error: Double

        mutating func add(_ value: Double) {
            let next = sum + value
            error += sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
            sum = next
        }
    }

    /// The smallest and largest value, whole numbers at the scale of the column.
    struct Extremes {
        var minimum: Double
        var maximum: Double
    }

    /// Indices that take the rows without a group; a power of two.
    static let discards = 8

    /// How many indices there are, discards among them.
    private(set) var count: Int
    private(set) var cells: UnsafeMutablePointer<Cell>
    /// How often the sum of each group went beyond 64 bits, up less down; nil where that has never happened.
    private(set) var carries: UnsafeMutablePointer<Int64>?
    private(set) var doubles: UnsafeMutablePointer<Compensated>?
    private(set) var extremes: UnsafeMutablePointer<Extremes>?
    /// The last row without a value as `(row + 1) << 8 | status`, 0 for none; a maximum, so that order is irrelevant.
    private(set) var reasons: UnsafeMutablePointer<UInt64>?
    /// The last row whose value is not an ordinary one, likewise.
    private(set) var flags: UnsafeMutablePointer<UInt64>?

    /// Figures of this many groups, all without a row.
    init(groups: Int, isExact: Bool, figures: TableQuery.Figures) {
        count = groups + GroupSums.discards
        cells = GroupSums.filled(count, Cell(sum: 0, tally: 0))
        if !isExact { doubles = GroupSums.filled(count, Compensated(sum: 0, error: 0)) }
        if figures.contains(.extremes) {
            extremes = GroupSums.filled(count, Extremes(minimum: .infinity, maximum: -.infinity))
        }
        if figures.contains(.reasons) { reasons = GroupSums.filled(count, 0) }
        if figures.contains(.flags) { flags = GroupSums.filled(count, 0) }
    }

    deinit {
        cells.deallocate()
        carries?.deallocate()
        doubles?.deallocate()
        extremes?.deallocate()
        reasons?.deallocate()
        flags?.deallocate()
    }

    /// Makes room for at least this many groups; the new ones have no row.
    func grow(toGroups groups: Int) {
        let (old, new) = (count, groups + GroupSums.discards)
        guard new > old else { return }
        cells = GroupSums.grown(cells, old, new, Cell(sum: 0, tally: 0))
        carries = carries.map { GroupSums.grown($0, old, new, 0) }
        doubles = doubles.map { GroupSums.grown($0, old, new, Compensated(sum: 0, error: 0)) }
        extremes = extremes.map {
            GroupSums.grown($0, old, new, Extremes(minimum: .infinity, maximum: -.infinity))
        }
        reasons = reasons.map { GroupSums.grown($0, old, new, 0) }
        flags = flags.map { GroupSums.grown($0, old, new, 0) }
        count = new
    }

    /// Makes all groups empty, for another chunk.
    func reset() {
        cells.update(repeating: Cell(sum: 0, tally: 0), count: count)
        carries?.update(repeating: 0, count: count)
        doubles?.update(repeating: Compensated(sum: 0, error: 0), count: count)
        extremes?.update(repeating: Extremes(minimum: .infinity, maximum: -.infinity), count: count)
        reasons?.update(repeating: 0, count: count)
        flags?.update(repeating: 0, count: count)
    }

    /// Notes that the sum of a group went beyond 64 bits when a number of this sign was added.
    func carry(at index: Int, isNegative: Bool) {
        let carries = carries ?? GroupSums.filled(count, 0)
        self.carries = carries
        carries[index] += isNegative ? -1 : 1
    }

    /// Adds the figures of one group of other sums to one of these.
    func add(_ other: GroupSums, at source: Int, to index: Int) {
        let cell = other.cells[source]
        guard cell.tally > 0 else { return }
        let (sum, overflow) = cells[index].sum.addingReportingOverflow(cell.sum)
        cells[index] = Cell(sum: sum, tally: cells[index].tally &+ cell.tally)
        if overflow { carry(at: index, isNegative: cell.sum < 0) }
        if let more = other.carries?[source], more != 0 {
            carry(at: index, isNegative: false)
            carries?[index] += more - 1
        }
        if let doubles, let more = other.doubles?[source] {
            doubles[index].add(more.sum)
            doubles[index].error += more.error
        }
        if let extremes, let more = other.extremes?[source] {
            extremes[index].minimum = min(extremes[index].minimum, more.minimum)
            extremes[index].maximum = max(extremes[index].maximum, more.maximum)
        }
        if let reasons, let more = other.reasons?[source] { reasons[index] = max(reasons[index], more) }
        if let flags, let more = other.flags?[source] { flags[index] = max(flags[index], more) }
    }

    /// Brings sums of whole numbers to a finer scale; false where one of them no longer fits 64 bits.
    func scale(by factor: Int64) -> Bool {
        guard carries == nil, doubles == nil else { return false }
        for index in 0..<count {
            let (sum, overflow) = cells[index].sum.multipliedReportingOverflow(by: factor)
            // What was filtered away may be anything.
            if overflow, index >= GroupSums.discards { return false }
            cells[index].sum = sum
            if let extremes {
                extremes[index].minimum *= Double(factor)
                extremes[index].maximum *= Double(factor)
            }
        }
        return true
    }

    private static func filled<Figure>(_ count: Int, _ figure: Figure) -> UnsafeMutablePointer<Figure> {
        let pointer = UnsafeMutablePointer<Figure>.allocate(capacity: count)
        pointer.initialize(repeating: figure, count: count)
        return pointer
    }

    private static func grown<Figure>(
        _ old: UnsafeMutablePointer<Figure>,
        _ count: Int,
        _ newCount: Int,
        _ figure: Figure
    ) -> UnsafeMutablePointer<Figure> {
        let pointer = UnsafeMutablePointer<Figure>.allocate(capacity: newCount)
        pointer.moveInitialize(from: old, count: count)
        (pointer + count).initialize(repeating: figure, count: newCount - count)
        old.deallocate()
        return pointer
    }
}
