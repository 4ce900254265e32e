import BarometerCore

/// What the template reads: the model with anchors, drawn charts and signs, and nothing left to decide.
///
/// The template finds a name by climbing from the innermost object, so optional fields have names that no outer object
/// uses.
struct PageView {
    let language: String
    let title: String
    let edition: String
    let notice: String?
    let words: [String: String]
    let css: String
    let distribution: [DistributionView]
    let hasGoals: Bool
    let goals: [SectionView]
    let hasContext: Bool
    let context: [SectionView]
    let hasLegend: Bool
    let legend: [LegendView]
    let hasProvenance: Bool
    let provenance: [LinkedView]

    /// The ids that the template itself uses.
    private static let ownIds = [
        "content", "overview", "goals", "context", "legend", "provenance", "overview-caption", "distribution",
    ]

    init(_ model: ReportModel, css: String) {
        let language = model.language
        self.language = language.rawValue
        title = model.title
        edition = model.edition
        notice = model.notice
        words = Dictionary(uniqueKeysWithValues: PageWord.allCases.map { ($0.rawValue, $0[language]) })
        self.css = css
        distribution = model.distribution.map { DistributionView($0) }
        var anchors = Anchors(reserved: PageView.ownIds)
        goals = model.goals.map { SectionView($0, anchor: anchors.next(for: $0.id), in: language) }
        context = model.context.map { SectionView($0, anchor: anchors.next(for: $0.id), in: language) }
        hasGoals = !goals.isEmpty
        hasContext = !context.isEmpty
        // A word of the legend that is a verdict's gets the verdict's sign.
        let verdicts = model.distribution.map(\.verdict) + model.goals.compactMap(\.verdict)
        legend = model.legend.map { entry in
            LegendView(
                entrySign: verdicts.first { $0.word == entry.label }.map { VerdictSign(code: $0.code).svg },
                label: entry.label,
                text: entry.text
            )
        }
        hasLegend = !legend.isEmpty
        provenance = model.provenance.map { LinkedView(label: "", runs: $0.runs) }
        hasProvenance = !provenance.isEmpty
    }
}

/// An entry of the legend, with a sign where it explains a verdict.
struct LegendView {
    let entrySign: String?
    let label: String
    let text: String
}

/// A text in which web addresses can be followed.
struct LinkedView {
    let label: String
    let runs: [TextRun]
}

/// A verdict with its sign.
struct VerdictView {
    let sign: String
    let colour: String
    let word: String

    init(_ verdict: Verdict) {
        let sign = VerdictSign(code: verdict.code)
        self.sign = sign.svg
        colour = sign.colour.rawValue
        word = verdict.word
    }
}

/// How many goals have a verdict.
struct DistributionView {
    let count: Int
    let verdict: VerdictView

    init(_ entry: VerdictCount) {
        count = entry.count
        verdict = VerdictView(entry.verdict)
    }
}

/// One goal or context figure.
struct SectionView {
    let anchor: String
    let heading: String
    let subtitle: String
    let verdict: VerdictView?
    let headline: String
    let hasCaveats: Bool
    let caveats: [String]
    let hasNumbers: Bool
    let numbers: [NumberView]
    /// Below the name in the overview: the unit where all numbers have the same, and what the latest figure describes.
    let remark: String
    /// The first three numbers, with an empty one where the section has fewer: a row of the overview.
    let row: [CellView]
    let chart: ChartView?
    let table: TableView?
    let answersTitle: String
    let hasAnswers: Bool
    let answers: [LabelledText]
    let hasSources: Bool
    let sources: [LinkedView]

    init(_ section: GoalSection, anchor: String, in language: Language) {
        self.anchor = anchor
        heading = section.title
        subtitle = section.subtitle
        verdict = section.verdict.map { VerdictView($0) }
        headline = section.headline
        caveats = section.caveats
        hasCaveats = !caveats.isEmpty
        numbers = section.numbers.map { NumberView($0) }
        hasNumbers = !numbers.isEmpty
        let shown = section.numbers.prefix(3)
        let units = Set(shown.map(\.unit).filter { !$0.isEmpty })
        // An old figure must not look new at a glance, so its period and age stand in the overview too.
        remark = [units.count == 1 ? units.first : nil, shown.first?.note].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: " · ")
        row = (0..<3).map { index in
            guard index < shown.count else { return CellView(value: "\u{2013}", cellUnit: nil) }
            let unit = shown[index].unit
            return CellView(value: shown[index].value, cellUnit: units.count == 1 || unit.isEmpty ? nil : unit)
        }
        chart = section.chart.map { ChartView($0) }
        table = section.table.rows.isEmpty ? nil : TableView(section.table, hasChart: chart != nil, in: language)
        answersTitle = (verdict == nil ? PageWord.figures : PageWord.answers)[language]
        answers = section.answers
        hasAnswers = !answers.isEmpty
        sources = section.sources.map { LinkedView(label: $0.label, runs: $0.text.runs) }
        hasSources = !sources.isEmpty
    }
}

/// A number in the overview.
struct CellView {
    let value: String
    let cellUnit: String?
}

/// One of the large numbers.
struct NumberView {
    let label: String
    let value: String
    let unit: String?
    let note: String?

    init(_ number: KeyNumber) {
        label = number.label
        value = number.value
        unit = number.unit.isEmpty ? nil : number.unit
        note = number.note.isEmpty ? nil : number.note
    }
}

/// A chart in its two sizes, with its key.
struct ChartView {
    let wide: String
    let narrow: String
    let key: [ChartKeyEntry]

    init(_ chart: TrajectoryChart) {
        wide = chart.svg(.wide)
        narrow = chart.svg(.narrow)
        key = chart.key()
    }
}

/// A table whose first column heads its rows.
struct TableView {
    let summary: String
    let caption: String
    let headers: [String]
    let rows: [RowView]

    struct RowView {
        let head: String
        let cells: [String]
    }

    init(_ table: DataTable, hasChart: Bool, in language: Language) {
        summary = (hasChart ? PageWord.tableBehindChart : .table)[language]
        caption = table.caption
        headers = table.headers
        // A row that is too short would leave cells without borders and shift nothing; it is filled up all the same.
        rows = table.rows.map { row in
            let missing = max(0, table.headers.count - row.count)
            return RowView(head: row.first ?? "", cells: row.dropFirst() + Array(repeating: "", count: missing))
        }
    }
}
