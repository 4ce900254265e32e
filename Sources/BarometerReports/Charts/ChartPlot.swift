/// How large a chart is drawn: the wide form for screens and paper, the narrow one for telephones.
package struct ChartSize: Sendable {
    /// The class that the page shows or hides by the width of the screen.
    let name: String
    let width: Double
    let height: Double
    let fontSize: Double

    /// For paper and for screens from about 560 px.
    package static let wide = ChartSize(name: "wide", width: 720, height: 340, fontSize: 15)
    /// For screens down to 320 px, where the wide form would be too small to read.
    package static let narrow = ChartSize(name: "narrow", width: 340, height: 300, fontSize: 15)

    var lineHeight: Double { fontSize * 1.25 }

    /// About how wide a text is; fonts differ, so it is reckoned on the large side.
    func width(of text: String) -> Double {
        Double(text.count) * fontSize * 0.58
    }

    /// The text in lines that are not wider than `limit`, broken between words.
    func wrapped(_ text: String, to limit: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, width(of: last + " " + word) <= limit {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}

/// A place in a chart, in the units of its view box, from the upper left corner.
struct ChartPoint: Sendable, Hashable {
    var x: Double
    var y: Double
}

/// The part of a chart in which lines are drawn, and where values and half-years lie in it.
struct ChartPlot: Sendable {
    let size: ChartSize
    let time: TimeAxis
    let values: ValueAxis
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    /// Leaves room for the widest number at the left, the heading lines at the top and the years at the bottom.
    init(size: ChartSize, time: TimeAxis, values: ValueAxis, labels: [String], headingLines: Int) {
        self.size = size
        self.time = time
        self.values = values
        left = (labels.map { size.width(of: $0) }.max() ?? 0) + 12
        right = size.width - 14
        top = Double(headingLines) * size.lineHeight + 24
        bottom = size.height - size.lineHeight - 12
    }

    func x(_ position: Double) -> Double {
        left + (position - time.start) / (time.end - time.start) * (right - left)
    }

    func y(_ value: Double) -> Double {
        bottom - (value - values.lower) / (values.upper - values.lower) * (bottom - top)
    }

    func point(_ position: Int, _ value: Double) -> ChartPoint {
        ChartPoint(x: x(Double(position)), y: y(value))
    }
}
