/// What days as people write them leave open: D125.
extension Explanation {
    static let undecidableDays = Explanation(
        severities: [.error, .note],
        title: LocalizedText(
            en: "The days of a column can be read in one order of day and month only.",
            da: "Dagene i en kolonne kan kun læses med dag og måned i én rækkefølge."
        ),
        cause: LocalizedText(
            en: """
                No day of the column is past the 12th, so 03/04/2013 may be the third of April or the fourth of March. \
                In a bare file the column then stays text, with a note; where a dataset declares it as periods, it is \
                an error.
                """,
            da: """
                Ingen dag i kolonnen ligger efter den 12., så 03/04/2013 kan være den tredje april eller den fjerde \
                marts. I en fil uden datasæt forbliver kolonnen tekst, med en note; hvor et datasæt erklærer den som \
                perioder, er det en fejl.
                """
        ),
        cure: LocalizedText(
            en: """
                Say --dates dmy or --dates mdy on the command line, or dates under read in the dataset, or write the \
                days as 2013-04-03.
                """,
            da: """
                Skriv --dates dmy eller --dates mdy på kommandolinjen, eller dates under read i datasættet, eller skriv \
                dagene som 2013-04-03.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;INDHOLD
                101;03/04/2013;5,9
                101;04/04/2013;5,8
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                101;2013-04-03;5,9
                101;2013-04-04;5,8
                """
        )
    )
}
