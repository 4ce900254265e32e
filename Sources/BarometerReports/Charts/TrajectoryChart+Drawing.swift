import BarometerCore

extension TrajectoryChart {
    /// The chart as inline SVG with its title and description as text alternative.
    ///
    /// Shapes and dashes carry the meaning; colours come from the page's style sheet through classes, and without one
    /// everything is drawn in the colour of the text. Values that are not finite, or 10^15 and more, are left out.
    package func svg(_ size: ChartSize = .wide) -> String {
        let plot = plot(size)
        let ids = ["title", "desc"].map { "chart-\(id.anchor)-\(size.name)-\($0)" }
        return SVGElement(
            .svg,
            [
                (.class, .text("chart chart-\(size.name)")), (.role, "img"),
                (.ariaLabelledBy, .text(ids.joined(separator: " "))),
                (.viewBox, .numbers([0, 0, size.width, size.height])), (.width, "100%"),
                (.fontSize, .number(size.fontSize)), (.fill, "currentColor"),
            ],
            [
                SVGElement(.title, [(.id, .text(ids[0]))], text: title),
                SVGElement(.desc, [(.id, .text(ids[1]))], text: description),
                heading(plot), grid(plot), timeAxis(plot), editionLine(plot), breakLines(plot), requiredPath(plot),
                missingSigns(plot), goalMarker(plot), observedLine(plot), baselineMarker(plot), labels(plot),
            ].compactMap { $0 }
        ).markup
    }

    /// The points that can be drawn, in the order of time.
    var drawnPoints: [Point] {
        points.filter { isDrawable($0.value) }.sorted { $0.position < $1.position }
    }

    /// The corners of the required path that can be drawn.
    var drawnPath: [(position: Int, value: Double)] {
        path.filter { isDrawable($0.value) }
    }

    /// The goal where it can be drawn.
    var drawnGoal: Goal? {
        goal.flatMap { isDrawable($0.value) ? $0 : nil }
    }

    private func isDrawable(_ value: Double) -> Bool {
        value.magnitude < 1e15
    }

    /// The runs of points that a line may join: no missing value and no break lies between two of them.
    var runs: [[Point]] {
        let stops = missing.map(\.position)
        var result: [[Point]] = []
        for point in drawnPoints {
            if let last = result.last?.last,
                !stops.contains(where: { last.position < $0 && $0 < point.position }),
                !breaks.contains(where: { last.position < $0.position && $0.position <= point.position })
            {
                result[result.count - 1].append(point)
            } else {
                result.append([point])
            }
        }
        return result
    }

    /// Where the baseline stands: on the required path if that begins there, else on the observed line.
    var baselineValue: Double? {
        guard let baseline else { return nil }
        return drawnPath.first { $0.position == baseline.position }?.value
            ?? drawnPoints.first { $0.position == baseline.position }?.value
    }

    private func plot(_ size: ChartSize) -> ChartPlot {
        let shown = drawnPoints.map(\.value) + drawnPath.map(\.value) + (drawnGoal.map { [$0.value] } ?? [])
        let values = ValueAxis(values: shown, decimals: decimals)
        let marks = breaks + missing + (baseline.map { [$0] } ?? [])
        let positions =
            drawnPoints.map(\.position) + drawnPath.map(\.position) + (drawnGoal.map { [$0.position] } ?? [])
            + marks.map(\.position) + [edition]
        return ChartPlot(
            size: size,
            time: TimeAxis(positions: positions),
            values: values,
            labels: values.ticks.map { tickLabel($0, on: values) },
            headingLines: headingLines(size, axis: values).count
        )
    }

    func tickLabel(_ value: Double, on axis: ValueAxis) -> String {
        NumberText.forPeople(value, decimals: axis.decimals, in: language)
    }

    /// The unit, and in words that the axis is cut where it is.
    func headingLines(_ size: ChartSize, axis: ValueAxis) -> [String] {
        let texts = axis.showsZero ? [unit] : [unit, ChartWord.axisIsCut[language]]
        let lines = texts.filter { !$0.isEmpty }.flatMap { size.wrapped($0, to: size.width - 8) }
        let joined = texts.joined(separator: " \u{B7} ")
        return lines.count > 1 && size.width(of: joined) < size.width - 8 ? [joined] : lines
    }
}
