import BarometerCore

extension TrajectoryChart {
    /// The observed values, joined by a solid line where nothing is missing between them.
    func observedLine(_ plot: ChartPlot) -> SVGElement? {
        let shown = drawnPoints
        guard let last = shown.last else { return nil }
        let lines = runs.filter { $0.count > 1 }.map { run in
            SVGElement.polyline(run.map { plot.point($0.position, $0.value) })
        }
        // Many small dots would thicken the line; those that say something of their own stay.
        let lonely = Set(runs.filter { $0.count == 1 }.flatMap { $0.map(\.position) })
        let dotted = shown.filter { point in
            shown.count <= 24 || point.isPreliminary || lonely.contains(point.position)
                || point.position == last.position
        }
        let dots = dotted.map { point in
            SVGElement.circle(
                plot.point(point.position, point.value),
                radius: point.position == last.position ? 5 : 3.5,
                isHollow: point.isPreliminary
            )
        }
        return SVGElement(
            .g,
            [(.class, "observed"), (.stroke, "currentColor"), (.strokeWidth, 2.5), (.strokeJoin, "round")],
            lines + dots
        )
    }

    /// The required path, dashed.
    func requiredPath(_ plot: ChartPlot) -> SVGElement? {
        guard drawnPath.count > 1 else { return nil }
        return SVGElement.polyline(drawnPath.map { plot.point($0.position, $0.value) })
            .with((.class, "required"), (.stroke, "currentColor"), (.strokeWidth, 2), (.strokeDashes, "7 5"))
    }

    /// The goal as a line that ends in a cap at the deadline.
    func goalMarker(_ plot: ChartPlot) -> SVGElement? {
        guard let goal = drawnGoal else { return nil }
        let end = plot.point(goal.position, goal.value)
        return SVGElement(
            .g,
            [(.class, "goal"), (.stroke, "currentColor"), (.strokeWidth, 3)],
            [
                .line(ChartPoint(x: end.x - goalLength, y: end.y), end),
                .line(ChartPoint(x: end.x, y: end.y - 8), ChartPoint(x: end.x, y: end.y + 8)),
            ]
        )
    }

    /// How far the goal's line reaches back from the deadline.
    var goalLength: Double { 26 }

    /// The baseline as a square around its value.
    func baselineMarker(_ plot: ChartPlot) -> SVGElement? {
        guard let baseline, let value = baselineValue else { return nil }
        let point = plot.point(baseline.position, value)
        return SVGElement(
            .rect,
            [
                (.class, "baseline"), (.x, .number(point.x - 7)), (.y, .number(point.y - 7)), (.width, 14),
                (.height, 14),
                (.fill, "none"), (.stroke, "currentColor"), (.strokeWidth, 1.5),
            ]
        )
    }

    /// A cross on the axis for each period without a value.
    func missingSigns(_ plot: ChartPlot) -> SVGElement? {
        guard !missing.isEmpty else { return nil }
        let crosses = missing.flatMap { mark in
            let (x, y) = (plot.x(Double(mark.position)), plot.bottom - 9)
            return [
                SVGElement.line(ChartPoint(x: x - 4, y: y - 4), ChartPoint(x: x + 4, y: y + 4)),
                SVGElement.line(ChartPoint(x: x - 4, y: y + 4), ChartPoint(x: x + 4, y: y - 4)),
            ]
        }
        return SVGElement(.g, [(.class, "missing"), (.stroke, "currentColor"), (.strokeWidth, 2)], crosses)
    }
}
