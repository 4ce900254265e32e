import BarometerCore

extension ObservationBuilder {
    /// How many codes of a table each byte of a wide file may make, and how many are always borne.
    private static let (mostCodesPerByte, bearableCodes) = (64, 1_000_000)

    /// The fault of a wide file whose long table would be out of proportion to it; nil for one that can be made.
    ///
    /// Each value of a wide file becomes a row with a code in every dimension. No statistics have hundreds of dimensions
    /// beside hundreds of columns of values, but a damaged file of that shape would fill the memory.
    func tooWide(dimensions: Int, values: Int, bytes: Int) -> Diagnostic? {
        let (codes, overflow) = (dimensions * values).multipliedReportingOverflow(by: grid.rowCount)
        let most = max(ObservationBuilder.bearableCodes, bytes * ObservationBuilder.mostCodesPerByte)
        guard overflow || codes > most else { return nil }
        return Diagnostic(
            .cubeTooLarge,
            LocalizedText(
                en: "\(values) columns of values beside \(dimensions) other columns make an unreasonably large table",
                da: "\(values) kolonner med værdier ved siden af \(dimensions) andre giver en urimeligt stor tabel"
            ),
            at: grid.headingPlace(column: 0).0,
            hint: LocalizedText(
                en: "fetch the extract in long form, or name the columns of values with --measure",
                da: "hent udtrækket i lang form, eller nævn kolonnerne med værdier med --measure"
            )
        )
    }
}
