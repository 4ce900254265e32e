import BarometerIndicators
import BarometerTestSupport
import Testing

/// The figures of the running example: excess unemployment in percentage points, steps 0 to 6.
let caseK = [10.6, 10.8, 10.9, 10.3, 9.7, 9.4, 8.9]
private let steps = (0..<7).map(Double.init)

@Suite("methods 3.3: least squares line")
struct LineFitTests {
    @Test("case K to the printed digits")
    func caseKLine() throws {
        let line = try #require(LineFit(x: steps, y: caseK))
        #expect(isPrinted(line.intercept, 11.06071, decimals: 5) && isPrinted(line.slope, -0.325, decimals: 5))
        #expect(isPrinted(line.slopeError, 0.06274, decimals: 5) && isPrinted(line.slopeT, -5.18, decimals: 2))
        #expect(isPrinted(line.slopeP, 0.0035, decimals: 4))
        #expect(isPrinted(line.residualStandardDeviation, 0.33199, decimals: 5) && line.spreadX == 28)
        #expect(line.count == 7 && line.meanX == 3 && line.degreesOfFreedom == 5)
        #expect(isPrinted(line.value(at: 8), 8.4607, decimals: 4))
        #expect(isPrinted(line.predictionError(at: 8), 0.47367, decimals: 5))
        let wide = try #require(line.predictionInterval(at: 8, confidence: 0.95))
        #expect(isPrinted(wide.lower, 7.243, decimals: 3) && isPrinted(wide.upper, 9.678, decimals: 3))
        let narrow = try #require(line.predictionInterval(at: 8, confidence: 0.8))
        #expect(isPrinted(narrow.lower, 7.762, decimals: 3) && isPrinted(narrow.upper, 9.160, decimals: 3))
    }

    @Test("case K with weights 0.9 and 0.8 to the power of the age, as section 1.7 prints it")
    func weighted() throws {
        for (factor, printed) in [(1.0, 8.461), (0.9, 8.367), (0.8, 8.281)] {
            var (weights, weight) = ([Double](), 1.0)
            for _ in steps {
                weights.insert(weight, at: 0)
                weight *= factor
            }
            let line = try #require(LineFit(x: steps, y: caseK, weights: weights))
            #expect(isPrinted(line.value(at: 8), printed, decimals: 3))
        }
    }

    @Test("a weight of two is the point twice, as far as the line goes")
    func repeatedPoint() throws {
        let twice = try #require(LineFit(x: [0, 1, 2, 2, 5], y: [1, 4, 2, 2, 8]))
        let weighted = try #require(LineFit(x: [0, 1, 2, 5], y: [1, 4, 2, 8], weights: [1, 1, 2, 1]))
        #expect(agrees(weighted.slope, twice.slope) && agrees(weighted.intercept, twice.intercept))
        #expect(agrees(weighted.residualSquares, twice.residualSquares) && weighted.degreesOfFreedom == 2)
        #expect(weighted.totalWeight == 5 && agrees(weighted.spreadX, twice.spreadX))
    }

    @Test("NIST Norris: certified values to 13 digits")
    func norris() throws {
        let x = [
            0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5, 666.9, 338.0,
            447.5, 11.6, 556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1, 118.3,
            229.2, 669.1, 448.9, 0.5,
        ]
        let y = [
            0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3,
            448.9, 10.8, 557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2, 117.6,
            228.9, 668.4, 449.2, 0.2,
        ]
        let line = try #require(LineFit(x: x, y: y))
        #expect(agrees(line.intercept, -0.262323073774029) && agrees(line.slope, 1.00211681802045))
        #expect(agrees(line.interceptError, 0.232818234301152) && agrees(line.slopeError, 0.429796848199937E-03))
        #expect(agrees(line.residualStandardDeviation, 0.884796396144373))
        #expect(agrees(line.determination, 0.999993745883712))
    }

    @Test("too few points, one x, two or three points, a perfect line")
    func edges() throws {
        #expect(LineFit(x: [], y: []) == nil && LineFit(x: [1], y: [2]) == nil)
        #expect(LineFit(x: [4029, 4029, 4029], y: [1, 2, 3]) == nil)
        let two = try #require(LineFit(x: [4021, 4023], y: [10.6, 9.8]))
        #expect(agrees(two.slope, -0.4) && two.slopeError == nil && two.slopeP == nil)
        #expect(two.predictionInterval(at: 4025, confidence: 0.95) == nil && two.residualAutocorrelation == nil)
        #expect(two.covering(9, confidence: 0.95) == nil)
        let perfect = try #require(
            LineFit(x: (4021...4030).map(Double.init), y: (0..<10).map { 10.6 - 0.1 * Double($0) })
        )
        #expect(perfect.residualSquares == 0 && perfect.slopeError == 0 && perfect.slopeT == nil)
        #expect(perfect.residualAutocorrelation == nil && perfect.determination == 1)
        let three = try #require(LineFit(x: [0, 1, 2], y: [5, 7, 6]))
        #expect(
            three.slopeError != nil && three.predictionError(at: 3) != nil
                && three.slopeInterval(confidence: 0.95) == nil
        )
        #expect(three.predictionInterval(at: 3, confidence: 0.95) == nil && three.covering(9, confidence: 0.95) == nil)
        let level = try #require(LineFit(x: [0, 1, 2], y: [5, 5, 5]))
        #expect(level.slope == 0 && level.determination == nil && level.slopeP == nil)
    }

    @Test("a part of longer arrays is fitted as it is alone")
    func slices() throws {
        let part = try #require(LineFit(x: steps[2..<6], y: caseK[1..<5]))
        let alone = try #require(LineFit(x: Array(steps[2..<6]), y: Array(caseK[1..<5])))
        #expect(part.slope == alone.slope && part.residualSquares == alone.residualSquares)
    }

    @Test("the autocorrelation of residuals is high for a curve and negative for a saw")
    func autocorrelation() throws {
        let curve = try #require(LineFit(x: steps, y: steps.map { $0 * $0 }))
        // Residuals 5 0 -3 -4 -3 0 5: products 0+0+12+12+0+0 over squares 84.
        #expect(agrees(curve.residualAutocorrelation, 24.0 / 84.0))
        let saw = try #require(LineFit(x: steps, y: [1, -1, 1, -1, 1, -1, 1]))
        #expect((saw.residualAutocorrelation ?? 0) < -0.7)
    }

    @Test("equivariance: the slope follows y -> a + b y and t -> c + d t, 1,500 cases")
    func equivariance() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<1500 {
            let n = Int.random(in: 3...40, using: &generator)
            let x = (0..<n).map { Double($0) + Double.random(in: 0...0.5, using: &generator) }
            let y = x.map { _ in Double.random(in: -50...50, using: &generator) }
            let (a, b) = (
                Double.random(in: -100...100, using: &generator), Double.random(in: 0.1...9, using: &generator)
            )
            let (c, d) = (
                Double.random(in: -4000...4000, using: &generator), Double.random(in: 0.1...9, using: &generator)
            )
            let plain = try #require(LineFit(x: x, y: y))
            let other = try #require(LineFit(x: x.map { c + d * $0 }, y: y.map { a + b * $0 }))
            #expect((other.slope - plain.slope * b / d).magnitude < 1e-9 * (plain.slopeError ?? 1) * b / d + 1e-12)
            #expect(agrees(other.slopeError, (plain.slopeError ?? 0) * b / d, within: 1e-9))
            #expect(agrees(other.value(at: c + d * 7.5), a + b * plain.value(at: 7.5), within: 1e-8))
        }
    }
}

@Suite("methods 3.3: the x-range where the prediction interval covers a value")
struct CoveringRangeTests {
    @Test("for case K the interval is bounded, and its ends are where the prediction interval touches the target")
    func bounded() throws {
        let line = try #require(LineFit(x: steps, y: caseK))
        guard case .between(let range)? = line.covering(5.8, confidence: 0.95) else {
            Issue.record("the slope of case K is significant, so the range is bounded")
            return
        }
        #expect(agrees(line.predictionInterval(at: range.lower, confidence: 0.95)?.lower, 5.8, within: 1e-10))
        #expect(agrees(line.predictionInterval(at: range.upper, confidence: 0.95)?.upper, 5.8, within: 1e-10))
        #expect(range.contains((5.8 - line.intercept) / line.slope))
        let onwards = try #require(line.covering(5.8, confidence: 0.95)?.onwards(from: 6))
        #expect(onwards.first == range.lower && onwards.last == range.upper)
    }

    @Test("what is covered is covered by the interval itself, and nothing else, 1,500 cases")
    func agreement() throws {
        var generator = SeededGenerator(seed: 42)
        var seen: [String: Int] = [:]
        for _ in 0..<1500 {
            let n = Int.random(in: 4...12, using: &generator)
            let trend = Double.random(in: -1...1, using: &generator)
            let y = (0..<n).map { trend * Double($0) + Double.random(in: -2...2, using: &generator) }
            let line = try #require(LineFit(x: (0..<n).map(Double.init), y: y))
            let target = Double.random(in: -12...12, using: &generator)
            let range = try #require(line.covering(target, confidence: 0.9))
            for _ in 0..<8 {
                let x = Double.random(in: -40...60, using: &generator)
                let interval = try #require(line.predictionInterval(at: x, confidence: 0.9))
                let isCovered: Bool
                switch range {
                case .nowhere: isCovered = false
                case .everywhere: isCovered = true
                case .between(let range): isCovered = range.contains(x)
                case .outside(let gap): isCovered = x <= gap.lower || gap.upper <= x
                case .upTo(let end): isCovered = x <= end
                case .from(let end): isCovered = end <= x
                }
                #expect(isCovered == interval.contains(target))
            }
            switch range {
            case .between: seen["between", default: 0] += 1
            case .outside: seen["outside", default: 0] += 1
            case .everywhere: seen["everywhere", default: 0] += 1
            default: break
            }
        }
        #expect(seen["between", default: 0] > 50 && seen["outside", default: 0] > 50)
        #expect(seen["everywhere", default: 0] > 50)
    }

    @Test("a line without error reaches a value at one x, everywhere or nowhere")
    func withoutError() throws {
        let line = try #require(LineFit(x: [0, 1, 2, 3], y: [10, 9, 8, 7]))
        #expect(line.covering(5, confidence: 0.95) == .between(Interval(lower: 5, upper: 5)))
        let level = try #require(LineFit(x: [0, 1, 2, 3], y: [5, 5, 5, 5]))
        #expect(level.covering(5, confidence: 0.95) == .everywhere)
        #expect(level.covering(4, confidence: 0.95) == .nowhere)
    }

    @Test("the part from a start on")
    func onwards() {
        let gap = CoveringRange.outside(Interval(lower: 2, upper: 9))
        #expect(gap.onwards(from: 1).map { $0.first == 1 && $0.last == nil } == true)
        #expect(gap.onwards(from: 5).map { $0.first == 9 && $0.last == nil } == true)
        #expect(CoveringRange.between(Interval(lower: 2, upper: 9)).onwards(from: 10) == nil)
        #expect(CoveringRange.upTo(3).onwards(from: 4) == nil && CoveringRange.nowhere.onwards(from: 0) == nil)
        #expect(CoveringRange.from(3).onwards(from: 1)?.first == 3)
    }
}

@Suite("methods 3.1 and 5.8: regression on several columns")
struct MultipleRegressionTests {
    @Test("the seasonal dummy of case K: +0.142, s.e. 0.274, |t| 0.52")
    func season() throws {
        let firstHalf = [0.0, 1, 0, 1, 0, 1, 0]
        let fit = try #require(MultipleRegression([steps, firstHalf], response: caseK))
        let effect = fit.slopes[1]
        #expect(isPrinted(effect.value, 0.142, decimals: 3) && isPrinted(effect.standardError, 0.274, decimals: 3))
        #expect(isPrinted(effect.t, 0.52, decimals: 2) && fit.degreesOfFreedom == 4)
    }

    @Test("the cyclical regressions of case K: 1.316 on changes, 2.061 on levels, 1.263 with a trend")
    func cycle() throws {
        let reference = [5.4, 5.7, 5.9, 5.6, 5.3, 5.1, 4.9]
        let changes = { (values: [Double]) in zip(values.dropFirst(), values).map { $0 - $1 } }
        let onChanges = try #require(MultipleRegression([changes(reference)], response: changes(caseK)))
        #expect(isPrinted(onChanges.slopes[0].value, 1.316, decimals: 3))
        let onLevels = try #require(MultipleRegression([reference], response: caseK))
        #expect(isPrinted(onLevels.slopes[0].value, 2.061, decimals: 3))
        let withTrend = try #require(MultipleRegression([reference, steps], response: caseK))
        #expect(isPrinted(withTrend.slopes[0].value, 1.263, decimals: 3))
    }

    @Test("NIST Longley: certified values of six collinear columns")
    func longley() throws {
        let columns: [[Double]] = [
            [83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
            [
                234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704,
                502601, 518173, 554894,
            ],
            [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
            [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
            [
                107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366,
                125368, 127852, 130081,
            ],
            (1947...1962).map(Double.init),
        ]
        let response: [Double] = [
            60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331,
            70551,
        ]
        let fit = try #require(MultipleRegression(columns, response: response))
        let certified = [
            (-3482258.63459582, 890420.383607373), (15.0618722713733, 84.9149257747669),
            (-0.358191792925910E-01, 0.334910077722432E-01), (-2.02022980381683, 0.488399681651699),
            (-1.03322686717359, 0.214274163161675), (-0.511041056535807E-01, 0.226073200069370),
            (1829.15146461355, 455.478499142212),
        ]
        for (coefficient, (value, error)) in zip([fit.constant] + fit.slopes, certified) {
            #expect(
                agrees(coefficient.value, value, within: 1e-9) && agrees(coefficient.standardError, error, within: 1e-9)
            )
        }
        #expect(agrees(fit.determination, 0.995479004577296, within: 1e-11) && fit.degreesOfFreedom == 9)
    }

    @Test("one column is the line fit, also for half-years counted from the year 0")
    func oneColumn() throws {
        let x = (0..<7).map { Double(4021 + $0) }
        let fit = try #require(MultipleRegression([x], response: caseK))
        let line = try #require(LineFit(x: x, y: caseK))
        #expect(agrees(fit.slopes[0].value, line.slope) && agrees(fit.slopes[0].standardError, line.slopeError ?? 0))
        #expect(
            agrees(fit.constant.value, line.intercept) && agrees(fit.constant.standardError, line.interceptError ?? 0)
        )
        #expect(agrees(fit.p(of: fit.slopes[0]), line.slopeP ?? 0, within: 1e-10))
        let intervals = (fit.interval(of: fit.slopes[0], confidence: 0.9), line.slopeInterval(confidence: 0.9))
        #expect(
            agrees(intervals.0?.lower, intervals.1?.lower ?? 0) && agrees(intervals.0?.upper, intervals.1?.upper ?? 0)
        )
        #expect(agrees(fit.value(at: [4029]), line.value(at: 4029)))
    }

    @Test("singular: a level column, a repeated one, a sum of others, too few points")
    func singular() {
        let (one, two) = ([0.1, 0.7, 0.2, 0.9], [3.0, 1, 4, 1])
        let sum = zip(one, two).map { 3 * $0 - 2 * $1 }
        #expect(MultipleRegression([[4.1, 4.1, 4.1, 4.1]], response: one) == nil)
        #expect(MultipleRegression([one, one], response: two) == nil)
        #expect(MultipleRegression([one, two, sum], response: [1, 2, 3, 5]) == nil)
        #expect(MultipleRegression([[1, 2], [2, 5]], response: [1, 2]) == nil)
        #expect(MultipleRegression([], response: []) == nil)
    }

    @Test("no column is the mean; as many unknowns as points leave no error")
    func edges() throws {
        let mean = try #require(MultipleRegression([], response: [1, 2, 6]))
        #expect(mean.constant.value == 3 && agrees(mean.constant.standardError, (7.0 / 3).squareRoot()))
        let exact = try #require(MultipleRegression([[0, 1, 2], [0, 1, 4]], response: [1, 0, 5]))
        #expect(exact.slopes[0].standardError == nil && exact.p(of: exact.slopes[0]) == nil)
        #expect(agrees(exact.value(at: [3, 9]), 16) && exact.degreesOfFreedom == 0)
    }
}
