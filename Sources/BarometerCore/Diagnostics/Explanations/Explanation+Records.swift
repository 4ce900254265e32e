/// How a record is divided into fields: D103, D106 and D107.
extension Explanation {
    static let fieldCount = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "Every record has as many fields as the header.",
            da: "Hver post har lige så mange felter som overskriften."
        ),
        cause: LocalizedText(
            en: """
                A field was left out, a text holds the separator without quotation marks around it, or a line was \
                cut. In a file of Eurostat it is also told where the first field does not hold the codes that its \
                heading names.
                """,
            da: """
                Et felt er udeladt, en tekst indeholder skilletegnet uden anførselstegn om sig, eller en linje er \
                klippet over. I en fil fra Eurostat siges det også, når det første felt ikke rummer de koder som \
                overskriften nævner.
                """
        ),
        cure: LocalizedText(
            en: """
                Add the field, or put quotation marks around the text. If all records are wrong the separator was \
                mistaken: say it with --delimiter, or "delimiter" under read. --lenient fills short records with \
                empty fields and cuts long ones, with a warning.
                """,
            da: """
                Tilføj feltet, eller sæt anførselstegn om teksten. Er alle poster forkerte, er skilletegnet \
                misforstået: angiv det med --delimiter, eller "delimiter" under read. --lenient fylder korte poster \
                op med tomme felter og afkorter lange, med en advarsel.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;INDHOLD
                101;2013;5,9
                101;2014
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                101;2013;5,9
                101;2014;5,8
                """
        )
    )

    static let strayQuote = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "A quotation mark stands only where a quoted field begins or ends, or doubled inside one.",
            da: """
                Et anførselstegn står kun hvor et felt i anførselstegn begynder eller slutter, eller fordoblet inde \
                i det.
                """
        ),
        cause: LocalizedText(
            en: """
                A name holds quotation marks that were not doubled when the file was written, or the file uses the \
                mark as a plain sign, such as for inches.
                """,
            da: """
                Et navn indeholder anførselstegn der ikke blev fordoblet da filen blev skrevet, eller filen bruger \
                tegnet som et almindeligt tegn, fx for tommer.
                """
        ),
        cure: LocalizedText(
            en: """
                Double the mark. If the file does not quote at all, say --quote none (in a dataset read: {quote: \
                none}); if it puts a sign before the mark, say it with --escape. --lenient takes the mark as text, \
                with a warning.
                """,
            da: """
                Fordobl tegnet. Bruger filen slet ikke anførselstegn om felter, så skriv --quote none (i et datasæt \
                read: {quote: none}); sætter den et tegn foran, så angiv det med --escape. --lenient læser tegnet \
                som tekst, med en advarsel.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;INDHOLD
                "Kvarteret "Nord" by";2013;5,9
                "Syd";2014;5,8
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                "Kvarteret ""Nord"" by";2013;5,9
                "Syd";2014;5,8
                """
        )
    )

    static let unclosedQuote = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "A quotation mark that opens is closed again.",
            da: "Et anførselstegn der åbner, bliver lukket igen."
        ),
        cause: LocalizedText(
            en: """
                The closing mark was forgotten, or the file ends in the middle of a field because it was cut off. In \
                a PC-Axis file a text must close before its semicolon, and a mark or code among the cells on its \
                line.
                """,
            da: """
                Det afsluttende tegn er glemt, eller filen slutter midt i et felt fordi den er afbrudt. I en \
                PC-Axis-fil skal en tekst lukkes før sit semikolon, og et mærke eller en kode blandt cellerne på sin \
                linje.
                """
        ),
        cure: LocalizedText(
            en: """
                Close the field, fetch the file again if it was cut off, or say --quote none if the mark is a plain \
                sign.
                """,
            da: """
                Luk feltet, hent filen igen hvis den er afbrudt, eller skriv --quote none hvis tegnet er et \
                almindeligt tegn.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;INDHOLD
                "Nord";2013;5,9
                "Syd";2014;"5,8
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                "Nord";2013;5,9
                "Syd";2014;"5,8"
                """
        )
    )
}
