/// Formulas of indicators: D3, and D411.
extension Explanation {
    static let formulaSyntax = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A formula is written in the language of formulas.",
            da: "En formel er skrevet i formlernes sprog."
        ),
        cause: LocalizedText(
            en: """
                A bracket, a comma or a sign is missing or one too many, a code with a blank or a sign stands without \
                double quotes, or the conditions or peers of a formula contradict each other.
                """,
            da: """
                En parentes, et komma eller et tegn mangler eller er for meget, en kode med mellemrum eller tegn står \
                uden anførselstegn, eller betingelserne i en formel modsiger hinanden.
                """
        ),
        cure: LocalizedText(
            en: """
                Write dataset[DIMENSION=code, DIMENSION=code|code], rate(a, b), gap(a, b), \
                peers(a, DIMENSION=code|code), change(a), index(a, 2010) and + - * / between them; the hint says what \
                is expected at the place.
                """,
            da: """
                Skriv datasæt[DIMENSION=kode, DIMENSION=kode|kode], rate(a, b), gap(a, b), \
                peers(a, DIMENSION=kode|kode), change(a), index(a, 2010) og + - * / imellem; hjælpen siger hvad der \
                ventes på stedet.
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
            en: """
                A name is misspelt, or the extract no longer has it; or a peer is the very city that is compared. The \
                functions are rate, gap, peers, change and index.
                """,
            da: """
                Et navn er stavet forkert, eller udtrækket har det ikke længere; eller der sammenlignes med den by det \
                handler om. Funktionerne er rate, gap, peers, change og index.
                """
        ),
        cure: LocalizedText(
            en: "Write the name that the hint suggests, or take the peer out.",
            da: "Skriv det navn som hjælpen foreslår, eller tag den ud der sammenlignes med."
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
                A rate is made of something else than counts, figures of two units are added or subtracted, percentages \
                are added or multiplied, datasets differ in frequency, or there are only numbers. Percent and \
                percentage points are two units.
                """,
            da: """
                En rate er lavet af andet end antal, tal i to enheder lægges sammen eller trækkes fra, procenter lægges \
                sammen eller ganges, datasæt har forskellig frekvens, eller der er kun tal. Procent og procentpoint er \
                to enheder.
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

    static let missingReference = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "What figures are held against has a figure itself.",
            da: "Det som tal holdes op mod, har selv et tal."
        ),
        cause: LocalizedText(
            en: """
                A peer of peers(…) lacks a period that at least half of the peers have; it is left out of all periods, so \
                that the mean is always of the same. Or the base of index(…) has no figure above zero, and all periods \
                of the index are missing. Or a period of one of the two files of assess has no figure in the other, so \
                that there is no gap; where they have none in common it is an error.
                """,
            da: """
                En i peers(…) mangler en periode som mindst halvdelen har; den er udeladt i alle perioder, så \
                gennemsnittet altid er af de samme. Eller basen i index(…) har intet tal over nul, og alle indeksets \
                perioder mangler. Eller en periode i den ene af de to filer til assess har intet tal i den anden, så \
                der intet gab er; har de ingen til fælles, er det en fejl.
                """
        ),
        cure: LocalizedText(
            en: """
                Name peers that have all periods, select the periods that all have, or take the base that the hint \
                names. Write the periods of both files alike.
                """,
            da: """
                Nævn nogen der har alle perioder, vælg de perioder som alle har, eller tag den base som hjælpen \
                nævner. Skriv perioderne i begge filer ens.
                """
        )
    )
}
