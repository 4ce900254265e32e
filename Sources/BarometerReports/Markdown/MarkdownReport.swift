import BarometerCore

/// A report as GitHub-flavoured Markdown, with the same words and numbers as the page.
///
/// Charts are left out, what they say stands in the tables; the notes of breaks and missing values are kept as a list.
public struct MarkdownReport: Sendable {
    private let model: ReportModel

    /// A report of the model.
    public init(_ model: ReportModel) {
        self.model = model
    }

    /// The report as text that ends with a line end; labels cannot add markup of their own.
    public func render() -> String {
        var blocks = ["# " + model.title.escapedForMarkdown, model.edition.escapedForMarkdown]
        if let notice = model.notice {
            blocks.insert("> **" + notice.escapedForMarkdown + "**", at: 0)
        }
        blocks += overview
        if !model.goals.isEmpty {
            blocks.append(heading(2, .goals))
            blocks += model.goals.flatMap { section($0) }
        }
        if !model.context.isEmpty {
            blocks += [heading(2, .context), word(.contextNote)]
            blocks += model.context.flatMap { section($0) }
        }
        if !model.legend.isEmpty {
            blocks += [heading(2, .legend), definitions(model.legend)]
        }
        if !model.provenance.isEmpty {
            blocks += [heading(2, .provenance), model.provenance.map { "- " + linked($0) }.joined(separator: "\n")]
        }
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// How many goals have which verdict, and the first three numbers of each goal: now, required now, goal.
    private var overview: [String] {
        guard !model.goals.isEmpty else { return [heading(2, .overview), word(.noGoals)] }
        let words: [PageWord] = [.indicator, .now, .required, .goal, .assessment]
        let rows = model.goals.map { goal in
            let numbers = (0..<3).map { $0 < goal.numbers.count ? written(goal.numbers[$0]) : "\u{2013}" }
            let described = goal.numbers.first.map { $0.note.isEmpty ? "" : " (\($0.note))" } ?? ""
            return [goal.title] + [numbers[0] + described] + numbers.dropFirst() + [goal.verdict?.word ?? ""]
        }
        return [
            heading(2, .overview),
            heading(3, .distribution),
            list(model.distribution.map { "\($0.count) " + $0.verdict.word }),
            table(headers: words.map { $0[model.language] }, rows: rows, left: [0, 4]),
        ]
    }

    private func section(_ section: GoalSection) -> [String] {
        var blocks = ["### " + section.title.escapedForMarkdown, section.subtitle.escapedForMarkdown]
        if let verdict = section.verdict {
            blocks.append(word(.assessment) + ": **" + verdict.word.escapedForMarkdown + "**")
        }
        blocks.append(section.headline.escapedForMarkdown)
        blocks += titled(.caveats, list(section.caveats))
        blocks.append(
            list(section.numbers.map { $0.label + ": " + written($0) + ($0.note.isEmpty ? "" : ", " + $0.note) })
        )
        if !section.table.rows.isEmpty {
            blocks.append(heading(4, section.chart == nil ? .table : .tableBehindChart))
            blocks.append(section.table.caption.escapedForMarkdown)
            blocks.append(table(headers: section.table.headers, rows: section.table.rows, left: [0]))
        }
        blocks.append(list(section.chart?.notes ?? []))
        blocks += titled(section.verdict == nil ? .figures : .answers, definitions(section.answers))
        blocks += titled(.sources, definitions(section.sources, linked: true))
        return blocks
    }

    private func word(_ word: PageWord) -> String {
        word[model.language].escapedForMarkdown
    }

    private func heading(_ level: Int, _ word: PageWord) -> String {
        String(repeating: "#", count: level) + " " + self.word(word)
    }

    /// A block under a heading of its own, or nothing where the block is empty.
    private func titled(_ word: PageWord, _ block: String) -> [String] {
        block.isEmpty ? [] : [heading(4, word), block]
    }

    private func written(_ number: KeyNumber) -> String {
        number.unit.isEmpty ? number.value : number.value + " " + number.unit
    }

    private func list(_ texts: [String]) -> String {
        texts.map { "- " + $0.escapedForMarkdown }.joined(separator: "\n")
    }

    private func definitions(_ texts: [LabelledText], linked isLinked: Bool = false) -> String {
        texts.map { entry in
            let text = isLinked ? linked(entry.text) : entry.text.escapedInline
            return "- **" + entry.label.escapedInline + ":** " + text
        }.joined(separator: "\n")
    }

    /// The text with its web addresses in angle brackets, where no escape is needed or possible.
    private func linked(_ text: String) -> String {
        text.runs.map { $0.isLink ? "<" + $0.text + ">" : $0.text.escapedInline }.joined()
    }

    /// A table whose columns are right-aligned but for those in `left`.
    private func table(headers: [String], rows: [[String]], left: [Int]) -> String {
        let rule = headers.indices.map { left.contains($0) ? ":---" : "---:" }
        let padded = rows.map { row in row + Array(repeating: "", count: max(0, headers.count - row.count)) }
        let lines = [headers.map(\.escapedInline), rule] + padded.map { $0.map(\.escapedInline) }
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
}
