import BarometerCore
import BarometerStore

extension CellGrid {
    /// Tells of the columns of codes or periods that have more different texts than they may.
    package func tellTooManyCodes(
        _ schema: ExtractSchema,
        positions: [Int],
        most: Int = ExtractLimits.codes,
        _ bag: inout DiagnosticBag
    ) -> Bool {
        let coded = zip(schema.columns, positions).filter { $0.0.role != .measure && $0.0.role != .ignored }
        let large = coded.map(\.1).filter { columns[$0].texts.count > most }
        for position in large { bag.add(tooManyCodes(position, most: most)) }
        return !large.isEmpty
    }

    /// Whether a column of texts that are no numbers has just passed the most that it may have, which is told.
    ///
    /// Values may all differ, and which columns hold values is known only when all are read.
    func tellEndlessCodes(_ bag: inout DiagnosticBag) -> Bool {
        guard rowCount > ExtractLimits.codes else { return false }
        for position in columns.indices where columns[position].isEndless {
            bag.add(tooManyCodes(position, most: ExtractLimits.codes))
            return true
        }
        return false
    }

    private func tooManyCodes(_ position: Int, most: Int) -> Diagnostic {
        let (location, excerpt) = place(row: columns[position].firstRows[most], column: position)
        let (name, number) = (columns[position].name, ExtractLimits.printed(most))
        return Diagnostic(
            .tooLarge,
            LocalizedText(
                en: "column \"\(name)\" has more than \(number.en) different texts",
                da: "kolonnen \"\(name)\" har mere end \(number.da) forskellige tekster"
            ),
            at: location,
            excerpt: excerpt,
            hint: LocalizedText(
                en: "leave the column out if it only numbers the rows, or name it with --measure if it holds values",
                da:
                    "udelad kolonnen hvis den blot nummererer rækkerne, eller nævn den med --measure hvis den rummer værdier"
            )
        )
    }
}

extension CellGrid.Column {
    /// Whether the last row brought one text too many, and most texts are no numbers.
    fileprivate var isEndless: Bool {
        guard texts.count == ExtractLimits.codes + 1, firstRows[ExtractLimits.codes] == codes.count - 1 else {
            return false
        }
        let sample = stride(from: 0, to: texts.count, by: texts.count / 400).map { texts[$0] }
        return sample.count(where: ColumnKinds.isNumber) * 10 < sample.count * 8
    }
}
