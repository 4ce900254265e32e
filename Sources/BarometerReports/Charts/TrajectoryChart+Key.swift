import BarometerCore

/// A line of the key under a chart: a sign as it is drawn, and what it means in words.
package struct ChartKeyEntry: Sendable {
    /// Inline SVG, hidden from assistive technology.
    package let sign: String
    /// What the sign means.
    package let text: String
}

/// The words that charts say of themselves.
enum ChartWord {
    static let axisIsCut = LocalizedText(en: "The axis does not start at 0", da: "Aksen begynder ikke ved 0")
    static let observed = LocalizedText(en: "Observed", da: "Målt værdi")
    static let preliminary = LocalizedText(en: "Preliminary or estimated value", da: "Foreløbig eller skønnet værdi")
    static let required = LocalizedText(en: "Required path to the goal", da: "Vejen til målet")
    static let goal = LocalizedText(en: "Goal at its deadline", da: "Målet ved fristen")
    static let baseline = LocalizedText(en: "Baseline", da: "Udgangspunkt")
    static let brokenSeries = LocalizedText(en: "Break in the series", da: "Brud i serien")
    static let missing = LocalizedText(en: "No value", da: "Ingen værdi")
    static let edition = LocalizedText(en: "Half-year of this edition", da: "Udgavens halvår")
}

extension TrajectoryChart {
    /// What the signs of this chart mean; only those that occur.
    package func key() -> [ChartKeyEntry] {
        var entries: [ChartKeyEntry] = []
        func add(_ word: LocalizedText, _ note: String = "", _ shapes: SVGElement...) {
            let text = note.isEmpty ? word[language] : word[language] + ": " + note
            entries.append(ChartKeyEntry(sign: keySign(shapes), text: text))
        }
        let (start, middle, end) = (ChartPoint(x: 1, y: 9), ChartPoint(x: 15, y: 9), ChartPoint(x: 29, y: 9))
        if drawnPoints.contains(where: { !$0.isPreliminary }) {
            add(ChartWord.observed, "", .group("observed", [.line(start, end), .circle(middle, radius: 3.5)]))
        }
        if drawnPoints.contains(where: \.isPreliminary) {
            add(
                ChartWord.preliminary,
                "",
                .group("observed", [.line(start, end), .circle(middle, radius: 4.5, isHollow: true)])
            )
        }
        if drawnPath.count > 1 {
            add(ChartWord.required, "", .line(start, end).with((.class, "required"), (.strokeDashes, "7 4")))
        }
        if drawnGoal != nil {
            let cap = SVGElement.line(ChartPoint(x: 25, y: 2), ChartPoint(x: 25, y: 16))
            add(ChartWord.goal, "", .group("goal", [.line(ChartPoint(x: 5, y: 9), ChartPoint(x: 25, y: 9)), cap]))
        }
        if let baseline, baselineValue != nil {
            let square: [(name: SVGElement.Attribute, value: SVGElement.Value)] = [
                (.class, "baseline"), (.x, 9), (.y, 3), (.width, 12), (.height, 12), (.fill, "none"),
            ]
            // The label may already begin with the word; then only what follows it is new.
            let word = ChartWord.baseline[language]
            let isRepeated = baseline.text.lowercased().hasPrefix(word.lowercased())
            let rest = isRepeated ? baseline.text.dropFirst(word.count).drop { ": ".contains($0) } : baseline.text[...]
            add(ChartWord.baseline, String(rest), SVGElement(.rect, square))
        }
        for (number, mark) in zip(1..., breaks) {
            let digit = SVGElement.text([String(number)], at: ChartPoint(x: 15, y: 13), anchor: .middle, lineHeight: 0)
            let ring = SVGElement.circle(middle, radius: 8, isHollow: true)
            let sign = [ring, digit.with((.stroke, "none"), (.fontSize, 11))]
            add(ChartWord.brokenSeries, mark.text, .group("break", sign))
        }
        if !missing.isEmpty {
            let cross = [
                SVGElement.line(ChartPoint(x: 11, y: 5), ChartPoint(x: 19, y: 13)),
                SVGElement.line(ChartPoint(x: 11, y: 13), ChartPoint(x: 19, y: 5)),
            ]
            add(ChartWord.missing, distinctReasons.joined(separator: "; "), .group("missing", cross))
        }
        add(
            ChartWord.edition,
            "",
            .line(ChartPoint(x: 15, y: 1), ChartPoint(x: 15, y: 17)).with((.class, "edition"), (.strokeDashes, "1 4"))
        )
        return entries
    }

    /// What the marks on the time axis say, for forms of the report without pictures.
    package var notes: [String] {
        let breakNotes = breaks.map { ChartWord.brokenSeries[language] + ($0.text.isEmpty ? "" : ": " + $0.text) }
        let reasons = distinctReasons.joined(separator: "; ")
        guard !missing.isEmpty else { return breakNotes }
        return breakNotes + [ChartWord.missing[language] + (reasons.isEmpty ? "" : ": " + reasons)]
    }

    /// Why values are missing, each reason once, in the order of time.
    private var distinctReasons: [String] {
        missing.map(\.text).reduce(into: []) { reasons, text in
            if !text.isEmpty, !reasons.contains(text) { reasons.append(text) }
        }
    }

    private func keySign(_ shapes: [SVGElement]) -> String {
        SVGElement(
            .svg,
            [
                (.class, "key-sign"), (.ariaHidden, "true"), (.viewBox, "0 0 30 18"), (.width, 30), (.height, 18),
                (.stroke, "currentColor"), (.strokeWidth, 2), (.fill, "currentColor"),
            ],
            shapes
        ).markup
    }
}
