import BarometerCore
import BarometerEvaluation
import BarometerIndicators
import BarometerStore
import BarometerWorkspace

/// Comma-separated text as RFC 4180 has it.
public enum CSVText {
    /// One record with its line end; fields with commas, quotes or line ends are quoted.
    public static func record(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\n"
    }

    /// One field, quoted where it has commas, quotes or line ends.
    public static func field(_ text: String) -> String {
        quoted(text)
    }

    /// One record for a file that people open in a spreadsheet: a text that it would take for a formula is led by an
    /// apostrophe.
    public static func recordForSpreadsheets(_ fields: [String]) -> String {
        record(fields.map { isFormula($0) ? "'" + $0 : $0 })
    }

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return "=+@\t\r".unicodeScalars.contains(first)
            || (first == "-" && DecimalNumber(parsing: text, format: .machine) == nil)
    }

    private static func quoted(_ text: String) -> String {
        let isSeparator = { (scalar: Unicode.Scalar) in
            scalar == "," || scalar == "\"" || Character(scalar).isNewline
        }
        guard text.unicodeScalars.contains(where: isSeparator) else { return text }
        // By bytes: a quotation mark with a combining sign behind it is another character, but still a quote.
        let parts = text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        return "\"" + parts.map { Substring($0) }.joined(separator: "\"\"") + "\""
    }
}

extension EditionEvaluation {
    /// Every figure of the edition as CSV: indicator, period, value, required value, status, unit; decimal point,
    /// missing is empty.
    public func figuresCSV(areInvented: Bool) -> String {
        let header = ["indicator", "period", "value", "required", "status", "unit"] + (areInvented ? ["invented"] : [])
        var text = CSVText.record(header)
        for item in items {
            let assessment = item.assessment
            for observation in assessment.series.observations {
                let halfYear = observation.period.ending(in: .halfYearly).ordinal
                let required = assessment.trajectory?.required(at: halfYear)
                text += CSVText.recordForSpreadsheets(
                    [
                        item.goal.indicator.id, "\(observation.period)",
                        observation.value.map { NumberText.forMachines($0) } ?? "",
                        required.map { NumberText.forMachines($0) } ?? "", observation.status.name,
                        assessment.unit.symbol,
                    ] + (areInvented ? ["yes"] : [])
                )
            }
        }
        return text
    }
}
