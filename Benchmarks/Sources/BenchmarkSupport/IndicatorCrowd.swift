import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

/// Many gaps of 60 half-years each, from invented counts, with targets and four peers: what all methods have to do.
public struct IndicatorCrowd: Sendable {
    private let subjects: [(series: Series, target: Target)]
    private let background: Assessment.Background
    private static let start = Period.halfYear(1995, 1)
    private static let halfYears = 60

    /// So many indicators, the same for the same seed.
    public init(count: Int, seed: UInt64 = 20_241_231) {
        var generator = SeededGenerator(seed: seed)
        subjects = (0..<count).map { _ in
            let series = IndicatorCrowd.gap(using: &generator)
            let target = Target(
                comparator: .atMost,
                value: Double(Int.random(in: 20...80, using: &generator)) / 10,
                baseline: Target.Baseline(period: IndicatorCrowd.start.advanced(by: 8)),
                deadline: IndicatorCrowd.start.advanced(by: IndicatorCrowd.halfYears + 4),
                decimals: 1
            )
            return (series, target)
        }
        background = Assessment.Background(
            peers: (1...4).map {
                PeerBenchmark.Peer(id: "\($0)", weight: Double($0), series: IndicatorCrowd.gap(using: &generator))
            },
            city: "city"
        )
    }

    /// Makes all records, each with all methods and schemes; how many goals have a word that is not leaning.
    public func assess() -> Int {
        subjects.count { subject in
            let record = Assessment(
                of: subject.series,
                target: subject.target,
                direction: .decrease,
                edition: IndicatorCrowd.start.advanced(by: IndicatorCrowd.halfYears - 1),
                decimals: 1,
                background: background
            )
            return record.headline.isLeaning == false
        }
    }

    /// A gap of two rates whose group comes nearer to the reference by chance.
    private static func gap(using generator: inout SeededGenerator) -> Series {
        var (group, reference) = (16_000, 5_400)
        let observations = (0..<halfYears).map { step in
            group = max(500, group + Int.random(in: -400...280, using: &generator))
            reference = max(500, reference + Int.random(in: -100...95, using: &generator))
            return Series.Observation(
                period: start.advanced(by: step),
                value: Double(group - reference) / 1_000,
                basis: .gap(
                    group: Series.Counts(numerator: Double(group), denominator: 100_000),
                    reference: Series.Counts(numerator: Double(reference), denominator: 100_000)
                )
            )
        }
        return Series(unit: .percentagePoints, decimals: 1, observations: observations)
    }
}
