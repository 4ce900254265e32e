/// Figures that are readable and may be wrong all the same: D120 to D124.
extension Explanation {
    static let totalsDisagree = Explanation(
        severities: [.warning],
        title: LocalizedText(
            en: "A total is the sum of its parts, as far as the extract has them all.",
            da: "En total er summen af sine dele, når udtrækket har dem alle."
        ),
        cause: LocalizedText(
            en: """
                The codelist says by parent and total what makes up what. A part was revised alone, figures were \
                rounded or replaced for disclosure, or the codelist counts something as a part that is none.
                """,
            da: """
                Kodelisten siger med parent og total hvad der udgør hvad. En del er revideret alene, tal er afrundet \
                eller ændret af diskretion, eller kodelisten regner noget for en del som ikke er det.
                """
        ),
        cure: LocalizedText(
            en: "Ask the office. If the codes are not its parts, correct parent and total in the codelist.",
            da: "Spørg kontoret. Er koderne ikke dens dele, så ret parent og total i kodelisten."
        )
    )

    static let otherFrequency = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "The periods of a file have the frequency that its dataset declares.",
            da: "Periodernes frekvens i en fil er den som datasættet erklærer."
        ),
        cause: LocalizedText(
            en: """
                The extract was fetched for years where the dataset has "frequency: H", or the office changed how \
                often it publishes.
                """,
            da: """
                Udtrækket er hentet for år, hvor datasættet har "frequency: H", eller kontoret har ændret hvor tit \
                det offentliggør.
                """
        ),
        cure: LocalizedText(
            en: """
                Fetch the extract in the declared frequency, correct frequency in the dataset (A, H, Q, M, W or D), \
                or make it a dataset of its own.
                """,
            da: """
                Hent udtrækket med den erklærede frekvens, ret frequency i datasættet (A, H, Q, M, W eller D), eller \
                gør det til sit eget datasæt.
                """
        )
    )

    static let unitChanged = Explanation(
        severities: [.warning],
        title: LocalizedText(
            en: """
                Nearly all figures do not change tenfold, hundredfold or thousandfold from one period or extract to \
                the next.
                """,
            da: """
                Næsten alle tal ændrer sig ikke ti, hundrede eller tusind gange fra én periode eller ét udtræk til \
                det næste.
                """
        ),
        cause: LocalizedText(
            en: """
                At least three figures can be compared, and at least four fifths of them are about 10, 100 or 1000 \
                times those before, or as much less. Mostly the office went from persons to thousands or back.
                """,
            da: """
                Mindst tre tal kan sammenlignes, og mindst fire femtedele af dem er omkring 10, 100 eller 1000 gange \
                dem før, eller lige så meget mindre. Oftest er kontoret gået fra personer til tusinder eller \
                tilbage.
                """
        ),
        cure: LocalizedText(
            en: """
                Read the notes of the table. Fetch figures of one unit, or make the new ones a dataset of their own \
                with its unit.
                """,
            da: "Læs tabellens noter. Hent tal i samme enhed, eller gør de nye til deres eget datasæt med sin enhed."
        )
    )

    static let periodsGoBack = Explanation(
        severities: [.warning],
        title: LocalizedText(
            en: "A newer extract reaches at least as far as the older one.",
            da: "Et nyere udtræk når mindst lige så langt som det ældre."
        ),
        cause: LocalizedText(
            en: """
                Files were exchanged, the day under known is wrong, or an old file is held to a dataset with inspect \
                --dataset.
                """,
            da: """
                Filer er byttet om, dagen under known er forkert, eller en gammel fil holdes op mod et datasæt med \
                inspect --dataset.
                """
        ),
        cure: LocalizedText(
            en: "Check which file is the newer, and correct the order or the days under extracts in the dataset.",
            da: "Kontrollér hvilken fil der er nyest, og ret rækkefølgen eller dagene under extracts i datasættet."
        )
    )

    static let figuresChange = Explanation(
        severities: [.note],
        title: LocalizedText(
            en: "What a further extract would change in its dataset is told.",
            da: "Hvad et nyt udtræk ville ændre i sit datasæt, bliver sagt."
        ),
        cause: LocalizedText(
            en: """
                inspect --dataset compares the file with what the workspace has: new codes, revised figures, figures \
                that are gone. No fault.
                """,
            da: """
                inspect --dataset sammenligner filen med hvad arbejdsområdet har: nye koder, reviderede tal, tal der \
                er væk. Ingen fejl.
                """
        ),
        cure: LocalizedText(
            en: """
                Nothing, if the changes are expected. Otherwise ask the office before the file is added under \
                extracts.
                """,
            da: "Intet, hvis ændringerne er ventede. Ellers spørg kontoret, før filen tilføjes under extracts."
        )
    )
}
