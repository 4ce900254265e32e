import BarometerCore

extension TrajectoryChart {
    /// What the value axis measures, over the plot.
    func heading(_ plot: ChartPlot) -> SVGElement? {
        let lines = headingLines(plot.size, axis: plot.values)
        guard !lines.isEmpty else { return nil }
        let place = ChartPoint(x: 2, y: plot.size.fontSize)
        return .group(
            "unit",
            [.text(lines, at: place, anchor: .start, lineHeight: plot.size.lineHeight)]
        )
    }

    /// The ticks of the value axis with their numbers; zero is drawn stronger.
    func grid(_ plot: ChartPlot) -> SVGElement {
        let lines = plot.values.ticks.map { tick in
            let y = plot.y(tick)
            return SVGElement.line(ChartPoint(x: plot.left, y: y), ChartPoint(x: plot.right, y: y))
                .with((.class, tick == 0 ? "zero" : "tick"), (.strokeWidth, tick == 0 ? 1.25 : 0.75))
        }
        let numbers = plot.values.ticks.map { tick in
            SVGElement.text(
                [tickLabel(tick, on: plot.values)],
                at: ChartPoint(x: plot.left - 7, y: plot.y(tick) + plot.size.fontSize * 0.35),
                anchor: .end,
                lineHeight: 0
            )
        }
        return SVGElement(
            .g,
            [(.class, "values")],
            [SVGElement(.g, [(.class, "grid"), (.stroke, "currentColor")], lines)] + numbers
                + (plot.values.showsZero ? [] : [cutSign(plot)])
        )
    }

    /// Two strokes across the foot of the axis, the usual sign of a cut one.
    private func cutSign(_ plot: ChartPlot) -> SVGElement {
        let y = plot.values.lower > 0 ? plot.bottom - 10 : plot.top + 10
        let strokes = [y - 3, y + 3].map {
            SVGElement.line(ChartPoint(x: plot.left - 5, y: $0 + 3), ChartPoint(x: plot.left + 5, y: $0 - 3))
        }
        return SVGElement(.g, [(.class, "cut"), (.stroke, "currentColor"), (.strokeWidth, 1.5)], strokes)
    }

    /// The years under their bands, with short strokes where one ends.
    func timeAxis(_ plot: ChartPlot) -> SVGElement {
        let (time, size) = (plot.time, plot.size)
        let years = time.labelledYears(
            labelWidth: size.width(of: "0000") + 10,
            plotWidth: plot.right - plot.left
        )
        let axis = SVGElement.line(
            ChartPoint(x: plot.left, y: plot.bottom),
            ChartPoint(x: plot.right, y: plot.bottom)
        )
        // Where the bands are too narrow to tell apart, only the written years have an edge.
        let isDense = (plot.right - plot.left) / Double(time.lastYear - time.firstYear + 1) < 5
        let edges = (isDense ? years : Array(time.firstYear...time.lastYear + 1)).map { year in
            let x = plot.x(Double(2 * year) - 0.5)
            return SVGElement.line(ChartPoint(x: x, y: plot.bottom), ChartPoint(x: x, y: plot.bottom + 6))
        }
        let labels = years.map { year in
            SVGElement.text(
                [String(year)],
                at: ChartPoint(x: plot.x(Double(2 * year) + 0.5), y: plot.bottom + size.lineHeight),
                anchor: .middle,
                lineHeight: 0
            )
        }
        return SVGElement(
            .g,
            [(.class, "years")],
            [SVGElement(.g, [(.class, "axis"), (.stroke, "currentColor")], [axis] + edges)] + labels
        )
    }

    /// The half-year in which the page stands.
    func editionLine(_ plot: ChartPlot) -> SVGElement {
        let x = plot.x(Double(edition))
        return SVGElement.line(ChartPoint(x: x, y: plot.top - 4), ChartPoint(x: x, y: plot.bottom))
            .with((.class, "edition"), (.stroke, "currentColor"), (.strokeDashes, "1 4"), (.strokeWidth, 1.5))
    }

    /// The breaks as lines before the first period of the new series, each with its number in a ring.
    func breakLines(_ plot: ChartPlot) -> SVGElement? {
        guard !breaks.isEmpty else { return nil }
        var elements: [SVGElement] = []
        for (index, point) in breakFlags(plot).enumerated() {
            let number = String(index + 1)
            elements.append(.line(ChartPoint(x: point.x, y: point.y + 9), ChartPoint(x: point.x, y: plot.bottom)))
            elements.append(.circle(point, radius: 9, isHollow: true))
            elements.append(
                SVGElement.text(
                    [number],
                    at: ChartPoint(x: point.x, y: point.y + plot.size.fontSize * 0.3),
                    anchor: .middle,
                    lineHeight: 0
                ).with((.stroke, "none"), (.fontSize, .number(plot.size.fontSize * 0.85)))
            )
        }
        return SVGElement(.g, [(.class, "break"), (.stroke, "currentColor"), (.strokeWidth, 1.5)], elements)
    }

    /// The middles of the breaks' rings, alternating in height where two would touch.
    func breakFlags(_ plot: ChartPlot) -> [ChartPoint] {
        var result: [ChartPoint] = []
        for mark in breaks {
            let x = plot.x(Double(mark.position) - 0.5)
            let touches = result.last.map { ($0.x - x).magnitude < 20 && $0.y < plot.top } ?? false
            result.append(ChartPoint(x: x, y: touches ? plot.top + 10 : plot.top - 10))
        }
        return result
    }
}
