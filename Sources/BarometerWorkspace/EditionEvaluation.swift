import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore

/// The assessments of all indicators of a workspace in one edition.
public struct EditionEvaluation: Sendable {
    /// An indicator with its assessment.
    public struct Item: Sendable {
        /// The indicator and the targets that were set for it, as the catalogue has them.
        public var goal: Goal
        /// Its record in the edition; context figures and goals that cannot be assessed have one too.
        public var assessment: Assessment
        /// Why the word is another one than in the edition before, step by step; nil where there was none.
        public var statusChange: StatusChange?
    }

    /// The half-year in which the figures are printed.
    public var edition: Period
    /// The day up to which vintages count; nil is all that is known.
    public var asOf: CalendarDay?
    /// The indicators in the order of the catalogue.
    public var items: [Item]
    /// What went wrong on the way, and what must be told of figures; an indicator with an error is left out.
    public var diagnostics: [Diagnostic]
}

extension Workspace {
    /// Assesses indicators in an edition, all of them or those named.
    ///
    /// - Throws: `WorkspaceError` where an indicator is not known.
    public func evaluate(
        edition: Period,
        asOf day: CalendarDay? = nil,
        indicators names: [String] = []
    ) throws(WorkspaceError) -> EditionEvaluation {
        let known = goals.map(\.indicator.id)
        let unknown = names.filter { !known.contains($0) }
        guard unknown.isEmpty else { throw WorkspaceError(unknown.map { unknownIndicator($0, known: known) }) }
        var evaluation = EditionEvaluation(edition: edition, asOf: day, items: [], diagnostics: [])
        for goal in goals where names.isEmpty || names.contains(goal.indicator.id) {
            let indicator = goal.indicator
            do throws(FormulaError) {
                let result = try indicator.formula.result(of: datasetsByID, asOf: day)
                evaluation.diagnostics += result.warnings
                let background = background(
                    of: goal,
                    series: result.series,
                    edition: edition,
                    asOf: day,
                    diagnostics: &evaluation.diagnostics
                )
                let assessment = Assessment(
                    of: result.series,
                    under: goal.targets.reading(in: edition, asOf: day),
                    direction: indicator.direction,
                    edition: edition,
                    indicator: indicator.id,
                    decimals: indicator.decimals,
                    background: background
                )
                let change = statusChange(
                    of: goal,
                    series: result.series,
                    current: assessment.headline.code,
                    edition: edition,
                    asOf: day,
                    background: background
                )
                evaluation.items.append(
                    EditionEvaluation.Item(goal: goal, assessment: assessment, statusChange: change)
                )
                evaluation.diagnostics += assessment.pathDiagnostics(of: indicator.id)
            } catch {
                evaluation.diagnostics += error.diagnostics
            }
        }
        return evaluation
    }

    private func unknownIndicator(_ name: String, known: [String]) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .unknownReference,
            LocalizedText(en: "there is no indicator \"\(name)\"", da: "der er ingen indikator \"\(name)\""),
            hint: didYouMean(name, among: known) ?? LocalizedText(en: "known are \(list)", da: "kendte er \(list)")
        )
    }
}

extension Workspace {
    /// What goes wrong when each indicator is computed, and what must be told of its figures.
    public func faultsOfIndicators(asOf day: CalendarDay?) -> [Diagnostic] {
        goals.flatMap { goal -> [Diagnostic] in
            do throws(FormulaError) {
                return try goal.indicator.formula.result(of: datasetsByID, asOf: day).warnings
            } catch {
                return error.diagnostics
            }
        }
    }
}
