/// Formulas of indicators: D3.
extension Explanation {
    static let formulaSyntax = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A formula is written in the language of formulas.",
            da: "En formel er skrevet i formlernes sprog."
        ),
        cause: LocalizedText(
            en: """
                A bracket, a comma or a sign is missing or one too many, or a code with a blank or a sign stands \
                without double quotes.
                """,
            da: """
                En parentes, et komma eller et tegn mangler eller er for meget, eller en kode med mellemrum eller \
                tegn står uden anførselstegn.
                """
        ),
        cure: LocalizedText(
            en: """
                Write dataset[DIMENSION=code, DIMENSION=code|code], rate(a, b), gap(a, b) and + - * / between them; \
                the hint says what is expected at the place.
                """,
            da: """
                Skriv datasæt[DIMENSION=kode, DIMENSION=kode|kode], rate(a, b), gap(a, b) og + - * / imellem; \
                hjælpen siger hvad der ventes på stedet.
                """
        ),
        example: Example(
            form: .passage,
            faulty: """
                rate(arbejdsstyrke[OMRÅDE=101, HERKOMST=1, STATUS=LEDIG, arbejdsstyrke[OMRÅDE=101, HERKOMST=1, \
                STATUS=STYRKE])
                """,
            mended: """
                rate(arbejdsstyrke[OMRÅDE=101, HERKOMST=1, STATUS=LEDIG], arbejdsstyrke[OMRÅDE=101, HERKOMST=1, \
                STATUS=STYRKE])
                """
        )
    )

    static let formulaName = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A formula names functions, datasets, measures, dimensions and codes that exist.",
            da: "En formel nævner funktioner, datasæt, værdikolonner, dimensioner og koder som findes."
        ),
        cause: LocalizedText(
            en: "A name is misspelt, or the extract no longer has it. The functions are rate and gap.",
            da: "Et navn er stavet forkert, eller udtrækket har det ikke længere. Funktionerne er rate og gap."
        ),
        cure: LocalizedText(
            en: "Write the name that the hint suggests.",
            da: "Skriv det navn som hjælpen foreslår."
        ),
        example: Example(
            form: .passage,
            faulty: """
                rate(arbejdsstyrke[OMRÅDE=101, HERKOMST=1, STATUS=LEDIGE], arbejdsstyrke[OMRÅDE=101, HERKOMST=1, \
                STATUS=STYRKE])
                """,
            mended: """
                rate(arbejdsstyrke[OMRÅDE=101, HERKOMST=1, STATUS=LEDIG], arbejdsstyrke[OMRÅDE=101, HERKOMST=1, \
                STATUS=STYRKE])
                """
        )
    )

    static let formulaUnit = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "Figures of a formula fit each other in unit and frequency, and a formula uses at least one dataset.",
            da: "Tal i en formel passer sammen i enhed og frekvens, og en formel bruger mindst ét datasæt."
        ),
        cause: LocalizedText(
            en: """
                A rate is made of something else than counts, figures of two units are added or subtracted, datasets \
                differ in frequency, or there are only numbers. Percent and percentage points are two units.
                """,
            da: """
                En rate er lavet af andet end antal, tal i to enheder lægges sammen eller trækkes fra, datasæt har \
                forskellig frekvens, eller der er kun tal. Procent og procentpoint er to enheder.
                """
        ),
        cure: LocalizedText(
            en: """
                Bring both sides to one unit, correct unit of the column in the dataset, or use datasets of one \
                frequency.
                """,
            da: """
                Bring begge sider til én enhed, ret unit for kolonnen i datasættet, eller brug datasæt med samme \
                frekvens.
                """
        ),
        example: Example(
            form: .passage,
            faulty: "arbejdsstyrke[OMRÅDE=101, HERKOMST=1, STATUS=LEDIG]",
            mended: """
                rate(arbejdsstyrke[OMRÅDE=101, HERKOMST=1, STATUS=LEDIG], arbejdsstyrke[OMRÅDE=101, HERKOMST=1, \
                STATUS=STYRKE])
                """
        )
    )
}
