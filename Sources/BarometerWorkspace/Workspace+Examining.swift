import BarometerCore
import BarometerExtracts
import BarometerIndicators
import BarometerStore

extension Workspace {
    /// Reads a file as a further extract of a dataset, holds it to the declaration, and compares it with what the workspace
    /// has.
    ///
    /// Nothing is stored. The diagnostics tell what would change: periods that go back, a unit that looks changed, codes
    /// that are new, figures that are revised or vanish.
    ///
    /// - Throws: `WorkspaceError` where there is no such dataset or file, and `ExtractError` where the file is no statistics.
    public func examine(_ path: String, as dataset: String) throws -> (extract: Extract, diagnostics: [Diagnostic]) {
        guard let loaded = datasets.first(where: { $0.dataset.id == dataset }) else {
            throw WorkspaceError([unknownDataset(dataset)])
        }
        let declaration = loaded.declaration
        let extract = try Extract.read(
            FileBytes(path: path),
            path: path,
            schema: declaration.schema,
            options: declaration.options,
            vintage: .unknown
        )
        guard let table = extract.table else { return (extract, extract.diagnostics) }
        let known = loaded.dataset.table.known(on: nil)
        return (extract, extract.diagnostics + changes(of: table, from: known, at: SourceLocation(path: path)))
    }

    private func changes(of table: Table, from known: Table, at place: SourceLocation) -> [Diagnostic] {
        var changes: [Diagnostic] = []
        func tell(
            _ code: DiagnosticCode,
            _ severity: Diagnostic.Severity,
            en: String,
            da: String,
            hint: LocalizedText? = nil
        ) {
            changes.append(
                Diagnostic(code, LocalizedText(en: en, da: da), severity: severity, at: place, hint: hint)
            )
        }
        if let end = table.time?.periods.max(), let knownEnd = known.time?.periods.max(), end < knownEnd {
            tell(
                .periodsGoBack,
                .warning,
                en: "the file ends with \(end), and the dataset already reaches \(knownEnd)",
                da: "filen slutter med \(end), og datasættet når allerede til \(knownEnd)",
                hint: LocalizedText(
                    en: "check that this is the newer file",
                    da: "kontrollér at dette er den nyeste fil"
                )
            )
        }
        let difference = table.difference(from: known)
        if let factor = difference.factor {
            let times = NumberText.forMachines(factor)
            tell(
                .unitChanged,
                .warning,
                en: "nearly all figures are about \(times) times those that the dataset has for the same periods",
                da: "næsten alle tal er omkring \(times) gange dem, som datasættet har for de samme perioder",
                hint: LocalizedText(
                    en: "check whether the unit changed, for example from persons to thousands",
                    da: "kontrollér om enheden er ændret, for eksempel fra personer til tusinder"
                )
            )
        }
        if !difference.newCodes.isEmpty {
            let list =
                difference.newCodes.prefix(5).joined(separator: ", ") + (difference.newCodes.count > 5 ? ", …" : "")
            tell(
                .figuresChange,
                .note,
                en: "\(difference.newCodes.count) codes are new: \(list)",
                da: "\(difference.newCodes.count) koder er nye: \(list)"
            )
        }
        tell(
            .figuresChange,
            .note,
            en:
                "of \(difference.commonCount) figures that the dataset has too, \(difference.revisedCount) are revised; "
                + "\(difference.vanishedCount) that it has are gone",
            da: "af \(difference.commonCount) tal, som datasættet også har, er \(difference.revisedCount) revideret; "
                + "\(difference.vanishedCount), som det har, er væk"
        )
        return changes
    }

    private func unknownDataset(_ name: String) -> Diagnostic {
        let known = datasets.map(\.dataset.id)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .unknownReference,
            LocalizedText(en: "there is no dataset \"\(name)\"", da: "der er intet datasæt \"\(name)\""),
            hint: didYouMean(name, among: known) ?? LocalizedText(en: "known are \(list)", da: "kendte er \(list)")
        )
    }
}
