/// How large the parts of a file may be: D126.
extension Explanation {
    static let tooLarge = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: """
                A field has at most 1 MiB, a record 16 MiB and 100,000 fields, and a column of codes or periods 1,000,000 \
                different texts.
                """,
            da: """
                Et felt fylder højst 1 MiB, en post 16 MiB og 100.000 felter, og en kolonne af koder eller perioder har \
                højst 1.000.000 forskellige tekster.
                """
        ),
        cause: LocalizedText(
            en: """
                The separator was mistaken, the line ends were lost on the way, the file is no table, or a column numbers \
                the rows. Reading stops there, so what stands behind is not told. A quotation mark that is not closed \
                within 1 MiB is told as D107.
                """,
            da: """
                Skilletegnet er misforstået, linjeskiftene er gået tabt undervejs, filen er ikke en tabel, eller en \
                kolonne nummererer rækkerne. Læsningen standser dér, så der siges intet om resten. Et anførselstegn der \
                ikke lukkes inden for 1 MiB, meldes som D107.
                """
        ),
        cure: LocalizedText(
            en: """
                Say the separator with --delimiter, or fetch the extract again as a long table. Leave out a column that \
                only numbers the rows; name one that holds values with --measure.
                """,
            da: """
                Angiv skilletegnet med --delimiter, eller hent udtrækket igen som en lang tabel. Udelad en kolonne der \
                blot nummererer rækkerne; nævn en der rummer værdier, med --measure.
                """
        )
    )
}
