import BarometerCore

extension TrajectoryChart {
    /// The last value, the goal and, where there is room, the baseline, each beside its mark.
    func labels(_ plot: ChartPlot) -> SVGElement {
        var placement = obstacles(plot)
        var elements: [SVGElement] = []
        if let last = drawnPoints.last {
            elements +=
                label(
                    last.text,
                    at: plot.point(last.position, last.value),
                    sides: [.above, .below, .right, .aboveRight, .belowRight, .aboveLeft, .belowLeft, .left],
                    plot,
                    &placement
                ).map { [$0.with((.class, "last"), (.fontWeight, "700"))] } ?? []
        }
        if let goal = drawnGoal {
            var end = plot.point(goal.position, goal.value)
            end.x -= goalLength / 2
            // The path comes down to a low goal and up to a high one; the other side is free.
            let comesFromAbove = drawnPath.dropLast().last.map { $0.value >= goal.value } ?? true
            elements +=
                label(
                    goal.text,
                    at: end,
                    sides: comesFromAbove
                        ? [.below, .belowLeft, .above, .left, .belowRight, .aboveRight, .aboveLeft]
                        : [.above, .aboveLeft, .below, .left, .aboveRight, .belowRight, .belowLeft],
                    plot,
                    &placement
                ).map { [$0.with((.class, "goal-text"))] } ?? []
        }
        if let baseline, let value = baselineValue {
            elements +=
                label(
                    baseline.text,
                    at: plot.point(baseline.position, value),
                    sides: [.above, .below, .aboveRight, .belowRight, .right, .aboveLeft, .belowLeft],
                    plot,
                    &placement,
                    isOptional: true
                ).map { [$0.with((.class, "baseline-text"))] } ?? []
        }
        return .group("labels", elements)
    }

    /// What labels must keep off: the lines, the marks and the rings of the breaks.
    private func obstacles(_ plot: ChartPlot) -> LabelPlacement {
        let bounds = ChartBox(
            left: plot.left + 2,
            top: plot.top - 20,
            width: plot.size.width - plot.left - 4,
            height: plot.bottom - plot.top + 18
        )
        var placement = LabelPlacement(bounds: bounds)
        for run in runs { placement.avoid(run.map { plot.point($0.position, $0.value) }) }
        placement.avoid(drawnPath.map { plot.point($0.position, $0.value) })
        if let goal = drawnGoal {
            let end = plot.point(goal.position, goal.value)
            placement.avoid([ChartPoint(x: end.x - goalLength, y: end.y), end])
            placement.avoid([ChartPoint(x: end.x, y: end.y - 8), ChartPoint(x: end.x, y: end.y + 8)])
        }
        for flag in breakFlags(plot) {
            placement.avoid(ChartBox(left: flag.x - 11, top: flag.y - 11, width: 22, height: 22))
            placement.avoid([flag, ChartPoint(x: flag.x, y: plot.bottom)])
        }
        for mark in missing {
            placement.avoid(
                ChartBox(left: plot.x(Double(mark.position)) - 6, top: plot.bottom - 15, width: 12, height: 12)
            )
        }
        if let last = drawnPoints.last {
            let point = plot.point(last.position, last.value)
            placement.avoid(ChartBox(left: point.x - 6, top: point.y - 6, width: 12, height: 12))
        }
        if let baseline, let value = baselineValue {
            let point = plot.point(baseline.position, value)
            placement.avoid(ChartBox(left: point.x - 8, top: point.y - 8, width: 16, height: 16))
        }
        return placement
    }

    private func label(
        _ text: String,
        at point: ChartPoint,
        sides: [LabelSide],
        _ plot: ChartPlot,
        _ placement: inout LabelPlacement,
        isOptional: Bool = false
    ) -> SVGElement? {
        let size = plot.size
        let lines = size.wrapped(text, to: (plot.right - plot.left) * 0.55)
        let width = lines.map { size.width(of: $0) }.max() ?? 0
        let height = Double(lines.count) * size.lineHeight
        guard
            let box = placement.place(
                width: width,
                height: height,
                around: point,
                sides: sides,
                isOptional: isOptional
            )
        else { return nil }
        let middle = (box.left + box.right) / 2
        // The reckoned width is only about right, so the text hangs on the side that is next to its point.
        let (x, anchor): (Double, TextAnchor) =
            if middle < point.x - 1 { (box.right, .end) } else if middle > point.x + 1 { (box.left, .start) } else {
                (middle, .middle)
            }
        return .text(
            lines,
            at: ChartPoint(x: x, y: box.top + size.fontSize * 0.95),
            anchor: anchor,
            lineHeight: size.lineHeight
        )
    }
}
