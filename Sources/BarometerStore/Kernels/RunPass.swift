import BarometerCore

/// Sums of some runs by the place of a row in its run, before they go to the groups.
final class RunSums {
    /// The longest run that is added up place by place.
    static let places = 1024
    /// The most runs that are added up together, so that their values stay in the cache.
    static let runs = 64

    let sums: UnsafeMutablePointer<Int64>
    let counts: UnsafeMutablePointer<Int32>

    init() {
        sums = .allocate(capacity: RunSums.places)
        sums.initialize(repeating: 0, count: RunSums.places)
        counts = .allocate(capacity: RunSums.places)
        counts.initialize(repeating: 0, count: RunSums.places)
    }

    deinit {
        sums.deallocate()
        counts.deallocate()
    }
}

extension AggregationWorker {
    /// Adds the rows of a block run by run: only the periods and the values are read of every row.
    ///
    /// The group of a run but for its period is looked up once; a run that is filtered away is passed over whole.
    func addRuns(_ runs: RowRuns, _ values: [Int32], block: Int, base: UInt32, active: [Int]) {
        precondition(runs.starts.first == 0, "the first row of a block starts a run")
        let time = active.first { plan.lookups[$0].isTime }
        runs.starts.withUnsafeBufferPointer { starts in
            values.withUnsafeBufferPointer { values in
                var first = 0
                while first < starts.count {
                    let count = min(AggregationWorker.batch, starts.count - first)
                    let end = first + count < starts.count ? Int(starts[first + count]) : values.count
                    for run in first..<first + count {
                        // Ascending starts within the block are what the loops rest on.
                        let next = run + 1 < first + count ? Int(starts[run + 1]) : end
                        precondition(starts[run] < next && next <= values.count, "runs ascend within their block")
                    }
                    guard let start = starts.baseAddress, let value = values.baseAddress else { return }
                    numbers.update(repeating: base, count: count)
                    for position in active where position != time {
                        addPartials(of: plan.lookups[position], block, at: start + first, count)
                    }
                    let batch = RunBatch(starts: start + first, bases: numbers, count: count, end: end, values: value)
                    add(batch, block: block, time: time.map { plan.lookups[$0] })
                    first += count
                }
            }
        }
        work.runsUsed += runs.starts.count
    }

    private func addPartials(of lookup: GroupLookup, _ block: Int, at starts: UnsafePointer<UInt32>, _ count: Int) {
        let numbers = numbers
        lookup.narrow.withUnsafeBufferPointer { partials in
            guard let partials = partials.baseAddress else { return }
            lookup.column.blocks[block].withCodes(
                narrow: { AggregationLoops.addPartials($0, partials, at: starts, count: count, to: numbers) },
                medium: { AggregationLoops.addPartials($0, partials, at: starts, count: count, to: numbers) },
                wide: { AggregationLoops.addPartials($0, partials, at: starts, count: count, to: numbers) }
            )
        }
    }

    private func add(_ batch: RunBatch, block: Int, time: GroupLookup?) {
        let limit = UInt32(truncatingIfNeeded: sums.count)
        let cells = sums.cells
        guard let time else { return batch.addWhole(below: limit, to: cells) }
        let (placeSums, placeCounts) = (local.sums, local.counts)
        time.narrow.withUnsafeBufferPointer { partials in
            guard let partials = partials.baseAddress else { return }
            time.column.blocks[block].withCodes(
                narrow: { batch.add($0, partials, below: limit, placeSums, placeCounts, to: cells) },
                medium: { batch.add($0, partials, below: limit, placeSums, placeCounts, to: cells) },
                wide: { batch.add($0, partials, below: limit, placeSums, placeCounts, to: cells) }
            )
        }
    }
}

/// Some runs of a block, with the group of each but for its period.
///
/// Its pointers live as long as the call that made it; its starts ascend and end within the values.
struct RunBatch {
    let starts: UnsafePointer<UInt32>
    let bases: UnsafePointer<UInt32>
    let count: Int
    /// The row behind the last run.
    let end: Int
    let values: UnsafePointer<Int32>

    @inline(__always)
    private func rows(from run: Int, to last: Int) -> (start: Int, end: Int) {
        (Int(starts[run]), last + 1 < count ? Int(starts[last + 1]) : end)
    }

    /// Adds the runs where the period does not matter: neighbours of one group become one sum.
    func addWhole(below limit: UInt32, to cells: UnsafeMutablePointer<GroupSums.Cell>) {
        var run = 0
        while run < count {
            let base = bases[run]
            var last = run
            while last + 1 < count, bases[last + 1] == base { last += 1 }
            if base < limit {
                let (start, end) = rows(from: run, to: last)
                let (sum, found) = RunLoops.sum(values + start, count: end - start)
                cells[Int(base)].sum &+= sum
                cells[Int(base)].tally &+= UInt64(found) | UInt64(end - start - found) << 32
            }
            run = last + 1
        }
    }

    /// Adds the runs by their periods.
    ///
    /// Neighbours of one group with the same periods are added up place by place and go to the groups together; runs
    /// that stand alone go there at once.
    @inline(__always)
    func add<Code: AggregationLoops.Code>(
        _ periods: UnsafePointer<Code>,
        _ partials: UnsafePointer<UInt32>,
        below limit: UInt32,
        _ placeSums: UnsafeMutablePointer<Int64>,
        _ placeCounts: UnsafeMutablePointer<Int32>,
        to cells: UnsafeMutablePointer<GroupSums.Cell>
    ) {
        var run = 0
        while run < count {
            let base = bases[run]
            guard base < limit else {
                run += 1
                continue
            }
            let (first, firstEnd) = rows(from: run, to: run)
            let length = firstEnd - first
            var last = run
            if length <= RunSums.places {
                while last + 1 < count, last - run < RunSums.runs, bases[last + 1] == base {
                    let (next, nextEnd) = rows(from: last + 1, to: last + 1)
                    guard nextEnd - next == length else { break }
                    last += 1
                }
            }
            let runs = last - run + 1
            if runs > 1, RunLoops.repeatsPeriods(periods + first, length: length, runs: runs) {
                RunLoops.add(values + first, length: length, runs: runs, to: placeSums, placeCounts)
                RunLoops.settle(
                    placeSums,
                    placeCounts,
                    runs: runs,
                    periods + first,
                    partials,
                    count: length,
                    base,
                    below: limit,
                    to: cells
                )
            } else {
                let rows = length * runs
                RunLoops.add(values + first, periods + first, partials, count: rows, base, below: limit, to: cells)
            }
            run = last + 1
        }
    }
}
