import BarometerCore

/// How the labels of a period column lead to the periods of an answer.
///
/// Labels are parsed once when the table is built; here each gets a slot, and slots become periods of the answer. A sum
/// folds into the slot itself; a mean or the last period needs the finer slots first.
struct Resampling {
    var slotOfLabel: [Int]
    var slotCount: Int
    var targets: [(period: Period?, slots: [Int])]
    var rollsUpAfterwards: Bool
    var incomplete: Diagnostic?

    init(of time: PeriodColumn?, to periods: TableQuery.Periods, by rollUp: RollUp?) throws(StoreError) {
        guard let time, let frequency = time.frequency else {
            self.init(slotOfLabel: [], targets: [(nil, [0])], slotCount: 1)
            return
        }
        let ordered = Array(Set(time.periods)).sorted()
        let target: (Period) -> Period?
        switch periods {
        case .native: target = { $0 }
        case .every(let wanted) where wanted == frequency: target = { $0 }
        case .together: target = { _ in nil }
        case .every(let wanted):
            guard frequency.isFiner(than: wanted) else {
                throw StoreError.cannotRefine(frequency, to: wanted)
            }
            target = { $0.ending(in: wanted) }
        }
        var targets: [(period: Period?, members: [Int])] = []
        for (index, period) in ordered.enumerated() {
            if let last = targets.last, last.period == target(period) {
                targets[targets.count - 1].members.append(index)
            } else {
                targets.append((target(period), [index]))
            }
        }
        let merges = targets.contains { $0.members.count > 1 }
        if merges, rollUp == nil { throw StoreError.rollUpNeeded(frequency, periods) }
        let positions = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0) })
        let slotOfPeriod: [Int]
        if merges, rollUp != .sum {
            slotOfPeriod = Array(ordered.indices)
            self.init(slotOfLabel: [], targets: targets.map { ($0.period, $0.members) }, slotCount: ordered.count)
            rollsUpAfterwards = true
        } else {
            slotOfPeriod = targets.enumerated().flatMap { index, target in target.members.map { _ in index } }
            self.init(
                slotOfLabel: [],
                targets: targets.enumerated().map { ($1.period, [$0]) },
                slotCount: max(1, targets.count)
            )
        }
        slotOfLabel = time.periods.map { slotOfPeriod[positions[$0] ?? 0] }
        if case .every(let wanted) = periods, wanted != frequency {
            incomplete = Resampling.incompleteness(of: targets, from: frequency, to: wanted)
        }
    }

    private init(slotOfLabel: [Int], targets: [(period: Period?, slots: [Int])], slotCount: Int) {
        self.slotOfLabel = slotOfLabel
        self.targets = targets
        self.slotCount = slotCount
        rollsUpAfterwards = false
    }

    /// A warning where a coarser period has fewer finer ones than the calendar gives it, or nil.
    ///
    /// Days, and so elections, have no such number and give nil.
    private static func incompleteness(
        of targets: [(period: Period?, members: [Int])],
        from finer: Frequency,
        to coarser: Frequency
    ) -> Diagnostic? {
        guard let many = finer.periodsPerYear, let few = coarser.periodsPerYear else { return nil }
        let short = targets.filter { $0.members.count < many / few }
        guard let first = short.first, let period = first.period else { return nil }
        return Diagnostic(
            .incompletePeriod,
            LocalizedText(
                en: "\(period) rests on \(first.members.count) of \(many / few) finer periods",
                da: "\(period) hviler på \(first.members.count) af \(many / few) finere perioder"
            ),
            severity: .warning,
            hint: LocalizedText(
                en: "load the periods that are missing, or leave the period out",
                da: "indlæs de perioder der mangler, eller udelad perioden"
            ),
            count: short.count
        )
    }
}

extension StoreError {
    static func rollUpNeeded(_ frequency: Frequency, _ periods: TableQuery.Periods) -> StoreError {
        StoreError([
            Diagnostic(
                .rollUpNeeded,
                LocalizedText(
                    en: "several periods (frequency \(frequency.rawValue)) become one, and it is not said how",
                    da: "flere perioder (frekvens \(frequency.rawValue)) bliver til én, og det er ikke sagt hvordan"
                ),
                hint: LocalizedText(
                    en: "say --roll sum for flows, --roll last for stocks, or --roll mean",
                    da: "skriv --roll sum for strømme, --roll last for beholdninger, eller --roll mean"
                )
            )
        ])
    }

    static func cannotRefine(_ frequency: Frequency, to wanted: Frequency) -> StoreError {
        StoreError([
            Diagnostic(
                .coarserThanAsked,
                LocalizedText(
                    en: "figures of frequency \(frequency.rawValue) cannot be divided into \(wanted.rawValue)",
                    da: "tal med frekvens \(frequency.rawValue) kan ikke deles op i \(wanted.rawValue)"
                ),
                hint: LocalizedText(en: "ask for a coarser period", da: "spørg om en længere periode")
            )
        ])
    }
}
