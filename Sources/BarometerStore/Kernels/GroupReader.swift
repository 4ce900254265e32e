import BarometerCore

/// Reads the figures of the groups of one question out of the sums of a pass.
final class GroupReader {
    private let worker: AggregationWorker
    // The pointers are those of the worker's sums, which live as long as it does and grow no more.
    private let cells: UnsafeMutablePointer<GroupSums.Cell>
    private let doubles: UnsafeMutablePointer<GroupSums.Compensated>?
    private let carries: UnsafeMutablePointer<Int64>?
    private let isDense: Bool
    private let hasDetails: Bool
    private let classCount: Int
    /// The classes whose sums make up those of the question.
    private let classes: [Int]
    private let divisor: Double
    /// Whether a group is nothing but cells of whole numbers.
    let isPlain: Bool

    init(_ worker: AggregationWorker, classCount: Int, classes: [Int]) {
        self.worker = worker
        (cells, doubles, carries) = (worker.sums.cells, worker.sums.doubles, worker.sums.carries)
        isDense = worker.plan.isDense
        hasDetails = !worker.plan.figures.isEmpty
        self.classCount = classCount
        self.classes = classes
        divisor = Double(powerOfTen(worker.plan.measure.decimals))
        isPlain = isDense && !hasDetails && carries == nil && doubles == nil
    }

    /// The figures of one group over the classes of the question.
    private struct Figures {
        var count = 0
        var missing = 0
        var sum = 0.0
        var minimum = Double.infinity
        var maximum = -Double.infinity
        /// The last rows without a value and with a remarkable one, as `GroupSums` has them.
        var reason: UInt64 = 0
        var flag: UInt64 = 0
    }

    /// The keys that may have a line, ascending.
    func keys(_ space: GroupSpace, all: Bool) -> [Int] {
        guard !isDense, !all else { return Array(0..<space.keyCount) }
        let divisor = UInt64(space.slotCount * classCount)
        let found = worker.hashed.numbers.map { Int($0 / divisor) }.sorted()
        var keys: [Int] = []
        for key in found where keys.last != key { keys.append(key) }
        return keys
    }

    /// Some slots of a key as one line, or nil where no row belongs to them.
    ///
    /// - Parameter isTooLarge: becomes true where a sum leaves 64 bits.
    func line(
        _ first: Int,
        _ slots: [Int],
        by rollUp: RollUp?,
        isTooLarge: inout Bool,
        _ remarks: inout Remarks
    ) -> QueryResult.Line? {
        var valued = 0
        var whole = Figures()
        for slot in slots {
            guard let figures = figures(of: first + slot, isTooLarge: &isTooLarge) else { continue }
            if rollUp == .last { (whole, valued) = (Figures(), 0) }
            if figures.count > 0 { valued += 1 }
            whole.sum += figures.sum
            whole.count += figures.count
            whole.missing += figures.missing
            whole.minimum = min(whole.minimum, figures.minimum)
            whole.maximum = max(whole.maximum, figures.maximum)
            if figures.reason != 0 { whole.reason = figures.reason }
            if figures.flag != 0 { whole.flag = figures.flag }
        }
        guard whole.count + whole.missing > 0 else { return nil }
        remarks.missing += whole.missing
        if whole.count > 1 { remarks.hasSums = true }
        return QueryResult.Line(
            entries: [],
            period: nil,
            sum: valued == 0 ? nil : rollUp == .mean ? whole.sum / Double(valued) : whole.sum,
            count: whole.count,
            mean: valued == 0 ? nil : whole.sum / Double(whole.count),
            missing: whole.missing,
            reason: GroupReader.status(whole.reason),
            flag: GroupReader.status(whole.flag),
            minimum: whole.minimum == .infinity ? nil : whole.minimum,
            maximum: whole.maximum == -.infinity ? nil : whole.maximum
        )
    }

    /// The sum and the rows of one group where that is nothing but cells, or nil where no row belongs to it.
    @inline(__always)
    func plainFigures(
        of group: Int,
        isTooLarge: inout Bool,
        _ remarks: inout Remarks
    ) -> (sum: Double, count: Int, missing: Int)? {
        var (sum, tally, isBeyond) = (Int64(0), UInt64(0), false)
        for kind in classes {
            let cell = cells[group &* classCount &+ kind &+ GroupSums.discards]
            let (next, overflow) = sum.addingReportingOverflow(cell.sum)
            (sum, tally, isBeyond) = (next, tally &+ cell.tally, isBeyond || overflow)
        }
        guard tally > 0 else { return nil }
        let (count, missing) = (Int(tally & 0xFFFF_FFFF), Int(tally >> 32))
        remarks.missing &+= missing
        if count > 1 { remarks.hasSums = true }
        if isBeyond { return (figures(of: group, isTooLarge: &isTooLarge)?.sum ?? 0, count, missing) }
        return (Double(sum) / divisor, count, missing)
    }

    private static func status(_ mark: UInt64) -> ObservationStatus? {
        mark == 0 ? nil : ObservationStatus(rawValue: UInt8(truncatingIfNeeded: mark))
    }

    /// Where a group and class stands in the sums, or nil where no row led there.
    private func index(_ number: Int) -> Int? {
        if isDense { return number + GroupSums.discards }
        return worker.hashed.known(UInt64(number)).map { $0 + GroupSums.discards }
    }

    @inline(__always)
    private func figures(of group: Int, isTooLarge: inout Bool) -> Figures? {
        var result = Figures()
        var exact: Int128 = 0
        var compensated = GroupSums.Compensated(sum: 0, error: 0)
        for kind in classes {
            guard let index = index(group * classCount + kind), cells[index].tally > 0 else { continue }
            let cell = cells[index]
            result.count += Int(cell.tally & 0xFFFF_FFFF)
            result.missing += Int(cell.tally >> 32)
            exact += Int128(cell.sum)
            if let carries { exact += Int128(carries[index]) << 64 }
            if let doubles {
                compensated.add(doubles[index].sum)
                compensated.error += doubles[index].error
            }
            if hasDetails { addDetails(at: index, to: &result) }
        }
        guard result.count + result.missing > 0 else { return nil }
        if doubles == nil {
            if let whole = Int64(exactly: exact) { result.sum = Double(whole) / divisor } else { isTooLarge = true }
        } else {
            result.sum = compensated.sum + compensated.error
        }
        return result
    }

    private func addDetails(at index: Int, to result: inout Figures) {
        if let extremes = worker.sums.extremes {
            result.minimum = min(result.minimum, extremes[index].minimum / divisor)
            result.maximum = max(result.maximum, extremes[index].maximum / divisor)
        }
        if let reasons = worker.sums.reasons { result.reason = max(result.reason, reasons[index]) }
        if let flags = worker.sums.flags { result.flag = max(result.flag, flags[index]) }
    }
}
