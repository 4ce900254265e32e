import BarometerCore

/// An SVG element whose names are typed and whose texts are escaped when it is written.
///
/// Coordinates are rounded to two decimals and always written with a point, so that the same chart gives the same
/// bytes.
struct SVGElement: Sendable {
    /// The elements that charts and signs use.
    enum Name: String, Sendable {
        case svg, title, desc, symbol, use, g, line, polyline, path, circle, rect, text, tspan
    }

    /// The attributes that charts and signs use.
    enum Attribute: String, Sendable {
        case id, `class`, role, d, x, y, x1, y1, x2, y2, cx, cy, r, width, height, points, fill, stroke, dx, dy, viewBox
        case ariaLabelledBy = "aria-labelledby"
        case ariaHidden = "aria-hidden"
        case fontSize = "font-size"
        case fontWeight = "font-weight"
        case strokeWidth = "stroke-width"
        case strokeDashes = "stroke-dasharray"
        case strokeJoin = "stroke-linejoin"
        case textAnchor = "text-anchor"
        case focusable
    }

    /// What an attribute can hold.
    enum Value: Sendable {
        case number(Double)
        case text(String)
        case numbers([Double])
    }

    /// What can stand inside an element.
    enum Child: Sendable {
        case element(SVGElement)
        case text(String)
    }

    private let name: Name
    private var attributes: [(name: Attribute, value: Value)]
    private var children: [Child]

    init(_ name: Name, _ attributes: [(name: Attribute, value: Value)] = [], _ children: [SVGElement] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children.map { .element($0) }
    }

    init(_ name: Name, _ attributes: [(name: Attribute, value: Value)] = [], text: String) {
        self.name = name
        self.attributes = attributes
        self.children = [.text(text)]
    }

    /// The same element with further attributes.
    func with(_ attributes: (name: Attribute, value: Value)...) -> SVGElement {
        var element = self
        element.attributes += attributes
        return element
    }

    /// The element as markup.
    var markup: String {
        var result = ""
        write(to: &result)
        return result
    }

    private func write(to result: inout String) {
        result += "<" + name.rawValue
        for (attribute, value) in attributes {
            result += " " + attribute.rawValue + "=\"" + value.written.escapedForMarkup + "\""
        }
        guard !children.isEmpty else {
            result += "/>"
            return
        }
        result += ">"
        // Groups put each child on a line of its own, for readable differences; inside text a line end would be a
        // blank.
        let lineEnd = [.svg, .g, .symbol].contains(name) ? "\n" : ""
        result += lineEnd
        for child in children {
            switch child {
            case .element(let element): element.write(to: &result)
            case .text(let text): result += text.escapedForMarkup
            }
            result += lineEnd
        }
        result += "</" + name.rawValue + ">"
    }
}

extension SVGElement.Value: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    init(stringLiteral value: String) { self = .text(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }

    fileprivate var written: String {
        switch self {
        case .number(let number): NumberText.forMachines(number, decimals: 2)
        case .text(let text): text
        case .numbers(let numbers): numbers.map { NumberText.forMachines($0, decimals: 2) }.joined(separator: " ")
        }
    }
}

extension SVGElement {
    /// A group of elements of one class; an empty group is written as nothing but its tag.
    static func group(_ className: String, _ children: [SVGElement]) -> SVGElement {
        SVGElement(.g, [(.class, .text(className))], children)
    }

    /// A straight line.
    static func line(_ start: ChartPoint, _ end: ChartPoint) -> SVGElement {
        SVGElement(
            .line,
            [(.x1, .number(start.x)), (.y1, .number(start.y)), (.x2, .number(end.x)), (.y2, .number(end.y))]
        )
    }

    /// Straight pieces through points, not filled.
    static func polyline(_ points: [ChartPoint]) -> SVGElement {
        SVGElement(.polyline, [(.points, .numbers(points.flatMap { [$0.x, $0.y] })), (.fill, "none")])
    }

    /// A circle, filled or hollow.
    static func circle(_ center: ChartPoint, radius: Double, isHollow: Bool = false) -> SVGElement {
        SVGElement(
            .circle,
            [
                (.cx, .number(center.x)), (.cy, .number(center.y)), (.r, .number(radius)),
                (.class, isHollow ? "hollow" : "solid"), (.fill, isHollow ? "none" : "currentColor"),
            ]
        )
    }

    /// Lines of text under each other, the first with its base line at `point`.
    static func text(_ lines: [String], at point: ChartPoint, anchor: TextAnchor, lineHeight: Double) -> SVGElement {
        let place: [(name: Attribute, value: Value)] = [
            (.x, .number(point.x)), (.y, .number(point.y)), (.textAnchor, .text(anchor.rawValue)),
        ]
        if lines.count == 1 { return SVGElement(.text, place, text: lines[0]) }
        let spans = lines.enumerated().map { index, line in
            SVGElement(.tspan, [(.x, .number(point.x)), (.dy, .number(index == 0 ? 0 : lineHeight))], text: line)
        }
        return SVGElement(.text, place, spans)
    }
}

/// Which part of a text stands at its point.
enum TextAnchor: String, Sendable {
    case start, middle, end
}

extension String {
    /// The text with the signs that mean something in markup replaced, safe in elements and in quoted attributes.
    ///
    /// It works on scalars, not on characters: a `<` that is one character together with a combining mark or a leading
    /// U+0600 is still a `<` to a browser. Control characters that HTML does not allow become U+FFFD.
    var escapedForMarkup: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\0"..<" ", "\u{7F}"..<"\u{A0}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
