import BarometerCore

/// What can be wrong with the figures of a bare series.
extension BareSeries {
    /// Of a file without any figure.
    static func noFigure(in path: String) -> Diagnostic {
        Diagnostic(
            .noValue,
            LocalizedText(en: "the series has no figure", da: "serien har intet tal"),
            at: SourceLocation(path: path),
            hint: LocalizedText(
                en: "add lines with a period and its value or counts",
                da: "tilføj linjer med en periode og dens værdi eller antal"
            )
        )
    }

    /// Of a baseline whose value no figure can give.
    static func noFigure(from baseline: Period, last: Period, in path: String) -> Diagnostic {
        Diagnostic(
            .noValue,
            LocalizedText(
                en: "there is no figure in or after the baseline \(baseline); the last one is that of \(last)",
                da: "der er intet tal i eller efter udgangspunktet \(baseline); det sidste er det for \(last)"
            ),
            severity: .warning,
            at: SourceLocation(path: path),
            hint: LocalizedText(
                en: "name an earlier baseline, or its value as in --baseline \(baseline)=10.6",
                da: "nævn et tidligere udgangspunkt, eller dets værdi som i --baseline \(baseline)=10.6"
            )
        )
    }

    /// The faults of reading, without ways out that assess does not have.
    static func inWordsOfAssess(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            let hint: LocalizedText? =
                switch diagnostic.code {
                case .unreadableNumber:
                    LocalizedText(
                        en:
                            "correct the cell, without signs between thousands; where a figure is missing leave it empty",
                        da: "ret cellen, uden tegn mellem tusinder; lad den stå tom hvor et tal mangler"
                    )
                case .noHeader:
                    LocalizedText(
                        en: "name the columns in a line above, as in period,value",
                        da: "nævn kolonnerne i en linje ovenfor, som i period,value"
                    )
                case .undeclaredColumn: LocalizedText(en: "leave it out", da: "udelad den")
                default: nil
                }
            guard let hint else { return diagnostic }
            var diagnostic = diagnostic
            diagnostic.hint = hint
            return diagnostic
        }
    }

    static func nothingInCommon(_ path: String, _ other: String) -> Diagnostic {
        Diagnostic(
            .missingReference,
            LocalizedText(
                en: "\(path) and \(other) have no period with a figure in common, so there is no gap",
                da: "\(path) og \(other) har ingen periode med tal til fælles, så der er intet gab"
            ),
            at: SourceLocation(path: other),
            hint: LocalizedText(
                en: "take figures of the same periods, written alike: a year is no half-year",
                da: "tag tal for de samme perioder, skrevet ens: et år er ikke et halvår"
            )
        )
    }

    /// Of periods, the first of them given, that have a figure in one file only.
    static func noGap(_ first: Period, count: Int, of path: String, lackedBy other: String) -> Diagnostic {
        let (en, da) =
            count == 1
            ? ("\(first) has a figure in \(path) and none here", "\(first) har et tal i \(path) og intet her")
            : (
                "\(count) periods have a figure in \(path) and none here, the first \(first)",
                "\(count) perioder har et tal i \(path) og intet her, den første \(first)"
            )
        return Diagnostic(
            .missingReference,
            LocalizedText(en: en + "; there is no gap", da: da + "; der er intet gab"),
            severity: .warning,
            at: SourceLocation(path: other),
            hint: LocalizedText(
                en: "add the figures, if there are any",
                da: "tilføj tallene, hvis de findes"
            )
        )
    }

    static func noWhole(
        _ period: Period,
        _ denominator: Double,
        isPrinted: Bool,
        at place: (SourceLocation, SourceExcerpt)
    ) -> Diagnostic {
        let number = NumberText.forMachines(denominator)
        return Diagnostic(
            .incoherentCounts,
            LocalizedText(
                en: "in \(period) the denominator is \(number), so there is no rate"
                    + (isPrinted ? "; the value is taken, without interval" : ""),
                da: "i \(period) er nævneren \(number), så der er ingen rate"
                    + (isPrinted ? "; værdien bruges, uden usikkerhedsinterval" : "")
            ),
            severity: .warning,
            at: place.0,
            excerpt: place.1,
            hint: LocalizedText(
                en: "correct the denominator, or leave it empty if it is not known",
                da: "ret nævneren, eller lad den stå tom hvis den ikke kendes"
            )
        )
    }

    static func tooLarge(
        _ name: String,
        in period: Period,
        at place: (SourceLocation, SourceExcerpt)
    ) -> Diagnostic {
        Diagnostic(
            .unreadableNumber,
            LocalizedText(
                en: "\(name) in \(period) has more than 15 digits, as no statistics have",
                da: "\(name) i \(period) har mere end 15 cifre, som ingen statistik har"
            ),
            at: place.0,
            excerpt: place.1,
            hint: LocalizedText(
                en: "correct the number, or empty its cell if it stands for a missing figure",
                da: "ret tallet, eller tøm cellen hvis det står for et manglende tal"
            )
        )
    }

    static func groupedCounts(_ name: String, at place: (SourceLocation, SourceExcerpt)) -> Diagnostic {
        Diagnostic(
            .undecidableNumbers,
            LocalizedText(
                en: "the counts of column \"\(name)\" can be read in two ways, with groups or with decimals",
                da: "antallene i kolonnen \"\(name)\" kan læses på to måder, med tusindtal eller med decimaler"
            ),
            at: place.0,
            excerpt: place.1,
            hint: LocalizedText(
                en: "write counts without signs between thousands, and decimals with a zero more",
                da: "skriv antal uden tegn mellem tusinder, og decimaler med et nul mere"
            )
        )
    }

    static func columnsExpected(_ path: String) -> Diagnostic {
        Diagnostic(
            .missingColumn,
            LocalizedText(
                en: "assess reads a CSV with the columns period and value, or numerator and denominator, and no others",
                da: "assess læser en CSV med kolonnerne period og value, eller numerator og denominator, og ingen andre"
            ),
            severity: .note,
            at: SourceLocation(path: path),
            hint: LocalizedText(
                en: "make one with query, or declare the file as a dataset",
                da: "lav en med query, eller erklær filen som et datasæt"
            )
        )
    }

    static func notAPart(_ period: Period, at place: (SourceLocation, SourceExcerpt)) -> Diagnostic {
        Diagnostic(
            .incoherentCounts,
            LocalizedText(
                en: "in \(period) the numerator is no part of the denominator, so there is no figure",
                da: "i \(period) er tælleren ikke en del af nævneren, så der er intet tal"
            ),
            severity: .warning,
            at: place.0,
            excerpt: place.1,
            hint: LocalizedText(
                en:
                    "the numerator lies between 0 and the denominator; exchange the columns if they stand the wrong way",
                da: "tælleren ligger mellem 0 og nævneren; byt kolonnerne, hvis de står omvendt"
            )
        )
    }

    static func differs(
        _ period: Period,
        said: Double,
        computed: Double,
        decimals: Int,
        at place: (SourceLocation, SourceExcerpt)
    ) -> Diagnostic {
        let (printed, own) = (
            NumberText.forMachines(said, decimals: decimals), NumberText.forMachines(computed, decimals: decimals + 2)
        )
        return Diagnostic(
            .incoherentCounts,
            LocalizedText(
                en: "in \(period) the value is \(printed) and the counts give \(own); the counts are taken",
                da: "i \(period) er værdien \(printed), og antallene giver \(own); antallene bruges"
            ),
            severity: .warning,
            at: place.0,
            excerpt: place.1,
            hint: LocalizedText(
                en: "correct the value or the counts, or leave out the column value",
                da: "ret værdien eller antallene, eller udelad kolonnen value"
            )
        )
    }
}
