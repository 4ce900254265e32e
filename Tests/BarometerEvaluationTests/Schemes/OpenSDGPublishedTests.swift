import BarometerEvaluation
import BarometerIndicators
import Testing

/// What the method printed for real series: Statistics Canada's SDG data hub, published components of its calculation.
private struct Published: Sendable, CustomTestStringConvertible {
    let base: (year: Int, value: Double)
    let current: (year: Int, value: Double)
    let aim: SchemeCase.Aim?
    let direction: Indicator.Direction
    let limit: Double?
    let value: Double?
    let score: Double?
    let status: OpenSDGScheme.Status

    init(
        _ baseYear: Int,
        _ base: Double,
        _ currentYear: Int,
        _ current: Double,
        _ direction: Indicator.Direction,
        _ aim: SchemeCase.Aim?,
        limit: Double? = nil,
        _ value: Double?,
        _ score: Double?,
        _ status: OpenSDGScheme.Status
    ) {
        (self.base, self.current) = ((baseYear, base), (currentYear, current))
        (self.direction, self.aim, self.limit) = (direction, aim, limit)
        (self.value, self.score, self.status) = (value, score, status)
    }

    var testDescription: String { "\(base.value) -> \(current.value)" }

    var verdict: OpenSDGScheme.Verdict {
        let figures: KeyValuePairs = [base.year: base.value, current.year: current.value]
        let alone: KeyValuePairs = [base.year: base.value]
        return OpenSDGScheme.verdict(
            of: SchemeFixture.years(
                base.year == current.year ? alone : figures,
                baseYear: base.year,
                aim: aim,
                by: aim == nil ? nil : 2030,
                direction: direction,
                limit: limit
            )
        )
    }
}

@Suite("methods 1.4: Open SDG, published series")
struct OpenSDGPublishedTests {
    private static let series = [
        Published(
            2015,
            14.5,
            2023,
            10.2,
            .decrease,
            .atMost(7.25),
            0.9525901792032172,
            2.5185563910306596,
            .substantialProgress
        ),
        Published(
            2015,
            90,
            2021,
            93.2,
            .increase,
            nil,
            limit: 100,
            0.005839995229728112,
            2.815386645395768,
            .substantialProgress
        ),
        Published(
            2017,
            93.4,
            2021,
            92.7,
            .increase,
            nil,
            limit: 100,
            -0.0018789507235312808,
            -2.7348688404414103,
            .deterioration
        ),
        Published(2021, 59.9, 2021, 59.9, .increase, nil, limit: 100, nil, nil, .notAvailable),
        Published(
            2016,
            99.47,
            2022,
            99.57,
            .increase,
            nil,
            limit: 100,
            0.00016748456325199612,
            0.5456262610658811,
            .moderateProgress
        ),
        Published(2015, 100, 2022, 100, .increase, .atLeast(100), nil, 5, .targetAchieved),
        Published(2015, 92, 2019, 92, .increase, .atLeast(100), 0, -2.5, .limitedProgress),
        Published(
            2015,
            50.6770883601276,
            2020,
            35.3786007271678,
            .decrease,
            nil,
            0.06935124763452605,
            5,
            .substantialProgress
        ),
        Published(
            2015,
            0.0301738416160583,
            2023,
            0.0273307155637678,
            .increase,
            nil,
            -0.01229432402820596,
            -4.036790503525745,
            .deterioration
        ),
        Published(
            2015,
            45.36,
            2024,
            53.22,
            .increase,
            nil,
            0.017914530382436622,
            3.957265191218312,
            .substantialProgress
        ),
        Published(2015, 5.31, 2024, 5.27, .decrease, nil, 0.0008398107947529265, -2.0800946026235367, .limitedProgress),
        Published(
            2018,
            10,
            2022,
            10.4,
            .decrease,
            .atMost(0.1),
            -0.030916728428577435,
            -2.6288207323433537,
            .deterioration
        ),
        Published(
            2023,
            8.2,
            2024,
            8.4,
            .increase,
            .atLeast(100),
            0.05679393189022746,
            -2.263356723992989,
            .limitedProgress
        ),
        Published(
            2015,
            95.5974842767296,
            2023,
            97.4874371859297,
            .increase,
            .atLeast(100),
            0.8150538567318096,
            1.5361481932496428,
            .moderateProgress
        ),
        Published(2015, 0.9, 2023, 14.7, .increase, .atLeast(10), 2.3996836108900683, 5, .targetAchieved),
        Published(2015, 9, 2021, 6, .increase, nil, limit: 11, -0.06534473481593284, -5, .deterioration),
        Published(2015, 8.5, 2020, 8.5, .increase, nil, limit: 100, 0, -2.5, .limitedProgress),
        Published(2015, 100.1, 2023, 109.7, .decrease, .atMost(100), -172.79058698766454, -5, .deterioration),
        Published(
            2018,
            91.3,
            2022,
            94.5,
            .increase,
            .atLeast(100),
            1.1360249872573844,
            3.8288128814807703,
            .substantialProgress
        ),
        Published(2015, 81124, 2023, 0, .decrease, .atMost(0), 1.4224293446258616, 5, .targetAchieved),
        Published(2015, 7.05, 2023, 12.19, .decrease, .atMost(70), -0.428428629067103, 5, .targetAchieved),
        Published(2015, 3.5, 2023, 3.4, .decrease, .atMost(12), 0.04224793145614793, 5, .targetAchieved),
        Published(
            2010,
            4,
            2023,
            3,
            .decrease,
            .atMost(0.4),
            0.20125535865133842,
            -1.6614292971074682,
            .limitedProgress
        ),
        Published(2015, 1.6, 2023, 1.2, .decrease, .atMost(1.07), 1.3345711511936118, 5, .substantialProgress),
        Published(
            2016,
            86.2795833333333,
            2023,
            93.4616666666667,
            .increase,
            nil,
            limit: 100,
            0.011488112691155239,
            5,
            .substantialProgress
        ),
        Published(
            2015,
            78.09993,
            2023,
            86.80811,
            .increase,
            nil,
            limit: 100,
            0.01330155011534262,
            4.981798173986059,
            .substantialProgress
        ),
        Published(
            2015,
            57590.92,
            2024,
            59529.12,
            .increase,
            nil,
            0.0036846258502352125,
            -0.6576870748823938,
            .limitedProgress
        ),
    ]

    @Test("value and score to 1e-9, and the label", arguments: series)
    private func published(_ series: Published) {
        let verdict = series.verdict
        #expect(verdict.status == series.status && verdict.upstreamRefusal == nil)
        func agree(_ ours: Double?, _ theirs: Double?) -> Bool {
            guard let ours, let theirs else { return ours == nil && theirs == nil }
            return (ours - theirs).magnitude < 1e-9 * max(1, theirs.magnitude)
        }
        #expect(agree(verdict.value, series.value) && agree(verdict.score, series.score))
    }

    @Test("basic services: series and groups of series, a group without scores left out, 0.0887007453951234")
    func groups() {
        func part(_ score: Double?) -> OpenSDGScheme.Part {
            .series(.made(status: score == 5 ? .targetAchieved : .limitedProgress, score: score))
        }
        let answer = OpenSDGScheme.indicator(of: [
            part(-0.8276760630043856), .group([part(nil), part(-2.5)]), part(0.5456262610658811),
            .group([part(nil), part(nil)]), part(-1.7744464710858785), part(5),
        ])
        #expect((answer.score.map { $0 - 0.0887007453951234 } ?? 1).magnitude < 1e-12)
        #expect(answer.status == .moderateProgress)
    }
}
