import BarometerCore
import BarometerIndicators
import BarometerStore
import BarometerTestSupport
import Foundation
import Testing

/// A box of the page: what stands behind its three backquotes, and its lines.
private struct Box {
    var words: [String]
    var lines: [String]
}

/// The page as texts and boxes, in their order.
private enum Piece {
    case line(String)
    case box(Box)
}

private let path = Repository.path("Sources/BarometerWorkspace/Documentation.docc/formulas.md")

private func pieces() throws -> [Piece] {
    var pieces: [Piece] = []
    var box: Box?
    for line in try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n") {
        if line == "```", let whole = box {
            pieces.append(.box(whole))
            box = nil
        } else if line.hasPrefix("```") {
            box = Box(words: line.dropFirst(3).split(separator: " ").map(String.init), lines: [])
        } else if box != nil {
            box?.lines.append(line)
        } else {
            pieces.append(.line(line))
        }
    }
    return pieces
}

extension Box {
    /// The dataset of a box `dataset id unit MEASURE…`.
    func dataset() throws -> Dataset {
        let text = lines.joined(separator: "\n") + "\n"
        return try Dataset(words[1], text, unit: Unit(symbol: words[2]), measures: Array(words[3...]))
    }

    /// The formula of a box, and what comes of it in the same form; a formula alone stays alone.
    func renewed(_ datasets: [String: Dataset]) throws -> Box {
        let formula = lines.prefix { !$0.hasPrefix("=") && !$0.hasPrefix("!") }
        guard formula.count < lines.count else { return self }
        return Box(words: words, lines: formula + answer(formula.joined(separator: "\n"), datasets))
    }

    private func answer(_ formula: String, _ datasets: [String: Dataset]) -> [String] {
        do throws(FormulaError) {
            let result = try CheckedFormula(FormulaSource(formula), datasets: datasets).result(of: datasets, asOf: nil)
            return ["= \(result.series.unit.symbol)"] + result.series.lines + result.warnings.flatMap(\.lines)
        } catch {
            return error.diagnostics.flatMap(\.lines)
        }
    }
}

extension Series {
    /// A line for each period.
    fileprivate var lines: [String] {
        observations.map { figure in
            guard let value = figure.value else { return "\(figure.period)  .. \(figure.status.name)" }
            let number = NumberText.forPeople(value, decimals: decimals, in: .english)
                .replacingOccurrences(of: ",", with: "").replacingOccurrences(of: "−", with: "-")
            return ["\(figure.period)", number, figure.basis?.text].compactMap { $0 }.joined(separator: "  ")
        }
    }
}

extension Series.Basis {
    fileprivate var text: String {
        switch self {
        case .rate(let counts): "from \(counts.text)"
        case .gap(let group, let reference): "from \(group.text) and \(reference.text)"
        }
    }
}

extension Series.Counts {
    fileprivate var text: String { "\(Int(numerator))/\(Int(denominator))" }
}

extension Diagnostic {
    fileprivate var lines: [String] {
        ["! \(code.rawValue) at \(excerpt?.marked.lowerBound ?? 0): \(message.en)", "  \(hint?.en ?? "")"]
    }
}

@Suite("Formulas of the page")
struct FormulaPageTests {
    @Test("every box of the page comes out as it stands there")
    func boxes() throws {
        var datasets: [String: Dataset] = [:]
        var count = 0
        let renewed = try pieces().map { piece -> Piece in
            guard case .box(let box) = piece, let kind = box.words.first, kind != "ebnf" else { return piece }
            if kind == "dataset" {
                let dataset = try box.dataset()
                datasets[dataset.id] = dataset
                return piece
            }
            let result = try box.renewed(datasets)
            #expect(result.lines == box.lines)
            count += result.lines.count > 1 ? 1 : 0
            return .box(result)
        }
        #expect(count >= 15)
        guard ProcessInfo.processInfo.environment["BAROMETER_UPDATE_GOLDEN"] == "1" else { return }
        let text = renewed.map { piece in
            switch piece {
            case .line(let line): line
            case .box(let box):
                (["```" + box.words.joined(separator: " ")] + box.lines + ["```"]).joined(separator: "\n")
            }
        }
        try text.joined(separator: "\n").write(toPath: path)
    }

    @Test("the grammar has every function that the program knows, and no other")
    func grammar() throws {
        let boxes = try pieces().compactMap { if case .box(let box) = $0, box.words == ["ebnf"] { box } else { nil } }
        let grammar = try #require(boxes.first).lines.joined(separator: " ")
        let named = grammar.matches(of: /"([a-z]+)" , "\("/).map { String($0.output.1) }
        let unknown = faults("mean(1)", [:]).first?.hint?.en
        #expect(unknown == "the functions are \(named.dropLast().joined(separator: ", ")) and \(named.last ?? "")")
    }
}
