/// The sign of a verdict: a shape that no other verdict has, and one of the city's four colours.
enum VerdictSign: String, Sendable, CaseIterable {
    case met, metSlipping, wrongWay, onSchedule, behindReachable, behindUnprecedented, missed, undetermined
    case notAssessable

    /// The colours that the city's barometers have used: they order the verdicts but never tell them apart.
    enum Colour: String, Sendable {
        case green, yellow, red, white
    }

    /// The sign of a verdict's code; an unknown code has the sign of a verdict that could not be made.
    init(code: String) {
        self = VerdictSign(rawValue: code) ?? .notAssessable
    }

    var colour: Colour {
        switch self {
        case .met, .onSchedule: .green
        case .metSlipping, .behindReachable: .yellow
        case .wrongWay, .behindUnprecedented, .missed: .red
        case .undetermined, .notAssessable: .white
        }
    }

    /// The outline, in a view box of 20 by 20.
    private var outline: String {
        switch self {
        case .met: "M10 1a9 9 0 1 1 0 18a9 9 0 1 1 0-18z"
        case .metSlipping: "M1.5 1.5h17v9L10 19L1.5 10.5z"
        case .onSchedule: "M3 1.5L18.5 10L3 18.5z"
        case .wrongWay: "M17 1.5L1.5 10L17 18.5z"
        case .behindReachable: "M10 1.5L19 18H1z"
        case .behindUnprecedented: "M10 0.8L19.2 10L10 19.2L0.8 10z"
        case .missed: "M1.5 1.5h17v17h-17z"
        case .undetermined: "M1.5 5h17v10h-17z"
        case .notAssessable: "M10 1a9 9 0 1 1 0 18a9 9 0 1 1 0-18z"
        }
    }

    /// The stroke inside the outline.
    private var mark: String {
        switch self {
        case .met: "M5.5 10.5l3 3l6-6.5"
        case .metSlipping: "M6 8l3 3l5-5.5"
        case .onSchedule: "M6 10h6"
        case .wrongWay: "M14 10H8"
        case .behindReachable: "M10 7.5v5M10 14.2v1.6"
        case .behindUnprecedented: "M10 5v6M10 13.2v1.8"
        case .missed: "M6 6l8 8M14 6l-8 8"
        case .undetermined: "M4.5 11q2.75-4 5.5-1t5.5-1"
        case .notAssessable: "M6 10h8"
        }
    }

    /// The sign as inline SVG, hidden from assistive technology: the word stands beside it.
    var svg: String {
        SVGElement(
            .svg,
            [
                (.class, .text("sign sign-\(colour.rawValue)")), (.ariaHidden, "true"), (.viewBox, "0 0 20 20"),
                (.width, 20), (.height, 20),
            ],
            [("outline", outline), ("mark", mark)].map { part, line in
                SVGElement(
                    .path,
                    [(.class, .text(part)), (.d, .text(line)), (.fill, "none"), (.stroke, "currentColor")]
                )
            }
        ).markup
    }
}
