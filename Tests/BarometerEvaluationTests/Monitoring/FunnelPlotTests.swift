import BarometerEvaluation
import BarometerIndicators
import BarometerTestSupport
import Testing

@Suite("methods 4.5: funnel plot")
struct FunnelPlotTests {
    /// Twelve invented places; the second numbers are rates in percent.
    private static let places = [
        (5000, 33), (2000, 62), (3000, 58), (8000, 66), (1000, 71), (4000, 55), (6000, 60), (2500, 64), (3500, 49),
        (1500, 57), (7000, 63), (5200, 68),
    ]

    private func plot() throws -> FunnelPlot {
        let rates = try FunnelPlotTests.places.map {
            try Proportion(Double($0.0 * $0.1) / 100, of: Double($0.0))
        }
        return try #require(FunnelPlot(rates))
    }

    @Test(
        "limits around 60 %",
        arguments: [
            (5000.0, 0.95, 58.64, 61.36), (5000, 0.998, 57.86, 62.14), (2000, 0.95, 57.85, 62.15),
            (2000, 0.998, 56.61, 63.39),
        ]
    )
    func limits(_ size: Double, _ confidence: Double, _ lower: Double, _ upper: Double) {
        let limits = FunnelPlot.limits(around: 0.6, size: size, confidence: confidence).scaled(by: 100)
        #expect(isPrinted(limits.lower, lower, decimals: 2) && isPrinted(limits.upper, upper, decimals: 2))
    }

    @Test("the place of 33 % falls from z −39.0 to −3.34 with a dispersion of 135.9")
    func dispersionOfTheSpecification() {
        func z(_ dispersion: Double) -> Double {
            let limits = FunnelPlot.limits(around: 0.6, size: 5000, confidence: 0.95, dispersion: dispersion)
            return (0.33 - 0.6) / (limits.width / 2) * NormalDistribution.criticalValue(confidence: 0.95)
        }
        #expect(isPrinted(z(1), -39, decimals: 1) && isPrinted(z(135.9), -3.34, decimals: 2))
    }

    /// The ten areas of the specification are not printed there; these were chosen to have its dispersion.
    @Test("ten places of 5000 around 60 %: dispersion 135.9, and the one of 33 % is still outside at −3.34")
    func tenPlaces() throws {
        let counts = [1650.0, 2600, 3100, 3250, 3250, 3300, 3300, 3400, 3600, 3850]
        let plot = try #require(FunnelPlot(try counts.map { try Proportion($0, of: 5000) }, around: 0.6))
        #expect(isPrinted(plot.dispersion, 135.9, decimals: 1))
        #expect(
            isPrinted(plot.places[0].z, -39, decimals: 1) && isPrinted(plot.places[0].adjustedZ, -3.34, decimals: 2)
        )
        #expect(plot.outside(confidence: 0.998) == [0])
    }

    @Test("twelve places, against an independent calculation")
    func twelvePlaces() throws {
        let plot = try plot()
        #expect(isPrinted(plot.centre, 0.585954825462, decimals: 12))
        #expect(isPrinted(plot.dispersion, 62.8927229774, decimals: 10) && !plot.isProvisional)
        #expect(isPrinted(plot.places[0].adjustedZ, -4.63331891, decimals: 8))
        #expect(isPrinted(plot.places[11].adjustedZ, 1.73612927, decimals: 8))
        #expect(plot.outside(confidence: 0.95) == [0] && plot.outside(confidence: 0.998) == [0])
    }

    @Test("a place is outside exactly where its rate lies outside the limits of its size")
    func agreement() throws {
        let plot = try plot()
        for confidence in [0.5, 0.8, 0.95, 0.998] {
            let outside = plot.places.indices.filter {
                let rate = plot.places[$0].rate
                return !plot.limits(size: rate.whole, confidence: confidence).contains(rate.share)
            }
            #expect(outside == plot.outside(confidence: confidence))
        }
    }

    @Test("places that differ by less than chance do not narrow the limits")
    func calm() throws {
        let plot = try #require(FunnelPlot((0..<12).map { try Proportion(600 + Double($0 % 2), of: 1000) }))
        #expect(plot.dispersion < 1 && plot.places.allSatisfy { $0.z == $0.adjustedZ })
        #expect(plot.outside(confidence: 0.95) == [])
    }

    @Test("no places, no chance, few places, a centre given, limits that would leave 0 to 1")
    func edges() throws {
        let none = try [Proportion(0, of: 5), Proportion(0, of: 9)]
        #expect(FunnelPlot([]) == nil && FunnelPlot(none) == nil)
        let one = try #require(FunnelPlot([try Proportion(30, of: 100)], around: 0.5))
        #expect(one.isProvisional && one.centre == 0.5 && isPrinted(one.places[0].z, -4, decimals: 9))
        let limits = FunnelPlot.limits(around: 0.02, size: 20, confidence: 0.998)
        #expect(limits.lower == 0 && limits.upper < 1)
    }
}
