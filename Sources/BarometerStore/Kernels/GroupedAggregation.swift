/// The one aggregation kernel: adds the partial group numbers of a row and accumulates its value there.
///
/// Linear in the rows of the blocks that have something of what is selected, without a branch on the kind of question.
/// The result is the same to the last digit for any number of threads: sums of whole numbers are exact, and sums of
/// doubles are made chunk by chunk and joined in the order of the chunks, on one thread as on many.
enum GroupedAggregation {
    /// Adds up all groups of a plan on this thread.
    static func run(_ plan: AggregationPlan) -> AggregationWorker {
        let whole = AggregationWorker(plan)
        guard !plan.measure.isExact, plan.chunks.count > 1 else {
            for chunk in plan.chunks { whole.add(chunk) }
            return whole
        }
        for chunk in plan.chunks {
            let part = AggregationWorker(plan)
            part.add(chunk)
            whole.merge(part)
        }
        return whole
    }

    /// Adds up all groups of a plan with up to so many tasks at a time.
    static func run(_ plan: AggregationPlan, threads: Int) async -> AggregationWorker {
        let workers = plan.workers(atMost: threads)
        guard workers > 1 else { return run(plan) }
        return await plan.measure.isExact ? exact(plan, workers: workers) : ordered(plan, workers: workers)
    }

    /// Chunks go to whichever worker is free, and the workers are joined at the end.
    private static func exact(_ plan: AggregationPlan, workers: Int) async -> AggregationWorker {
        let chunks = plan.chunks
        return await withTaskGroup(of: AggregationWorker.self) { group in
            for chunk in chunks.prefix(workers) {
                group.addTask {
                    let worker = AggregationWorker(plan)
                    worker.add(chunk)
                    return worker
                }
            }
            var waiting = chunks.dropFirst(workers)
            var whole: AggregationWorker?
            while let worker = await group.next() {
                if let chunk = waiting.popFirst() {
                    group.addTask {
                        worker.add(chunk)
                        return worker
                    }
                } else if let whole {
                    whole.merge(worker)
                } else {
                    whole = worker
                }
            }
            return whole ?? AggregationWorker(plan)
        }
    }

    /// Every chunk has a worker of its own, and they are joined in the order of the chunks.
    private static func ordered(_ plan: AggregationPlan, workers: Int) async -> AggregationWorker {
        let chunks = plan.chunks
        return await withTaskGroup(of: (Int, AggregationWorker).self) { group in
            let start = { (group: inout TaskGroup<(Int, AggregationWorker)>, position: Int) in
                group.addTask {
                    let worker = AggregationWorker(plan)
                    worker.add(chunks[position])
                    return (position, worker)
                }
            }
            let whole = AggregationWorker(plan)
            var (next, joined) = (0, 0)
            var early: [Int: AggregationWorker] = [:]
            while joined < chunks.count {
                // Chunks that came too early wait here, and are memory like those at work.
                while next < chunks.count, next - joined < 2 * workers {
                    start(&group, next)
                    next += 1
                }
                guard let (position, worker) = await group.next() else { break }
                early[position] = worker
                while let worker = early.removeValue(forKey: joined) {
                    whole.merge(worker)
                    joined += 1
                }
            }
            return whole
        }
    }
}
