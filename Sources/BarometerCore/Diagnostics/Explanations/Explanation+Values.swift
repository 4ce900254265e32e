/// What cells mean: numbers, periods, letters and marks.
extension Explanation {
    static let unreadableNumber = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A cell of values is a number with the decimal sign of its column, or a known mark.",
            da: "En celle med en værdi er et tal med kolonnens decimaltegn, eller et kendt mærke."
        ),
        cause: LocalizedText(
            en: """
                A typing error, a footnote behind the number, the other decimal sign, or a mark for a missing value \
                that is not known. In JSON-stat a number stands in quotation marks or is too large; in PC-Axis the \
                mark is not declared. In the file of assess a number has more than 15 digits.
                """,
            da: """
                En tastefejl, en fodnote efter tallet, det andet decimaltegn, eller et mærke for en manglende værdi \
                som ikke kendes. I JSON-stat står et tal i anførselstegn eller er for stort; i PC-Axis er mærket \
                ikke erklæret. I filen til assess har et tal mere end 15 cifre.
                """
        ),
        cure: LocalizedText(
            en: """
                Correct the cell. Name a mark with --missing, or under markers of the dataset; force the signs of \
                all numbers with --decimal and --grouping. In PC-Axis declare the mark, as in DATASYMBOL4="x";
                """,
            da: """
                Ret cellen. Nævn et mærke med --missing, eller under markers i datasættet; bestem tegnene i alle tal \
                med --decimal og --grouping. I PC-Axis erklæres mærket, som i DATASYMBOL4="x";
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;INDHOLD
                101;2013;5,9
                101;2014;5,x
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                101;2013;5,9
                101;2014;5,8
                """
        )
    )

    static let unreadablePeriod = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A cell of the time column is a period, and a day is a day of the calendar.",
            da: "En celle i tidskolonnen er en periode, og en dag er en dag i kalenderen."
        ),
        cause: LocalizedText(
            en: """
                The office writes periods in words or a day as people do (04-03-2014), a part is too large (2014H3), \
                or a name such as the id of an election stands for the day. Days in codelists (valid_from, valid_to) \
                are held to the same.
                """,
            da: """
                Kontoret skriver perioder i ord eller en dag som folk gør (04-03-2014), en del er for stor (2014H3), \
                eller et navn som et valgs id står for dagen. Dage i kodelister (valid_from, valid_to) skal opfylde \
                det samme.
                """
        ),
        cure: LocalizedText(
            en: """
                Write it as 2014, 2014H1, 2014K1, 2014M05, 2014W07 or 2014-05-31. What a name stands for is said \
                under periods of the column in the dataset. If the column is no time, name the right one with \
                --time.
                """,
            da: """
                Skriv den som 2014, 2014H1, 2014K1, 2014M05, 2014W07 eller 2014-05-31. Hvad et navn står for, siges \
                under periods for kolonnen i datasættet. Er kolonnen ikke tid, så nævn den rigtige med --time.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;INDHOLD
                101;2013H2;5,9
                101;2014H3;5,8
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                101;2013H2;5,9
                101;2014H1;5,8
                """
        )
    )

    static let undecidableNumbers = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "The numbers of a column can be read in one way only.",
            da: "Tallene i en kolonne kan kun læses på én måde."
        ),
        cause: LocalizedText(
            en: """
                Every number has one point or comma with three digits behind it: 1.234 is one thousand two hundred \
                and thirty-four in Danish and about one in English. No number of the column, and no other column, \
                tells which.
                """,
            da: """
                Hvert tal har ét punktum eller komma med tre cifre efter: 1.234 er tusind to hundrede og \
                fireogtredive på dansk og godt én på engelsk. Intet tal i kolonnen, og ingen anden kolonne, afgør \
                det.
                """
        ),
        cure: LocalizedText(
            en: """
                Say --decimal , or --decimal . on the command line, or decimal under read in the dataset; --grouping \
                names the sign between thousands.
                """,
            da: """
                Skriv --decimal , eller --decimal . på kommandolinjen, eller decimal under read i datasættet; \
                --grouping nævner tegnet mellem tusinder.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;INDHOLD
                101;2013;1.234
                101;2014;2.345
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                101;2013;1234
                101;2014;2345
                """
        )
    )

    static let mixedFrequencies = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "All periods of a file have one frequency.",
            da: "Alle perioder i en fil har samme frekvens."
        ),
        cause: LocalizedText(
            en: """
                Years and half-years, or quarters and sums of the year, stand in one column. Added up they would \
                count the same persons twice.
                """,
            da: """
                År og halvår, eller kvartaler og årssummer, står i samme kolonne. Lagt sammen ville de tælle de \
                samme personer to gange.
                """
        ),
        cure: LocalizedText(
            en: """
                Fetch one frequency for each file, or take the other rows out. query makes years of half-years with \
                --period year and --roll.
                """,
            da: """
                Hent én frekvens til hver fil, eller tag de andre rækker ud. query gør halvår til år med --period \
                year og --roll.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;INDHOLD
                101;2013H1;5,9
                101;2013;5,8
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                101;2013H1;5,9
                101;2013H2;5,8
                """
        )
    )

    static let damagedText = Explanation(
        severities: [.warning],
        title: LocalizedText(
            en: "Texts hold the letters that the office wrote.",
            da: "Tekster indeholder de bogstaver som kontoret skrev."
        ),
        cause: LocalizedText(
            en: """
                The text was read in the wrong encoding and saved again (Ã¸ for ø), or a letter was lost and \
                replaced by a question mark in a black square (U+FFFD). Nothing is repaired, and codes and labels \
                with such letters do not match.
                """,
            da: """
                Teksten er læst med forkert tegnsæt og gemt igen (Ã¸ for ø), eller et bogstav er gået tabt og \
                erstattet af et spørgsmålstegn i en sort firkant (U+FFFD). Intet repareres, og koder og navne med \
                den slags bogstaver passer ikke.
                """
        ),
        cure: LocalizedText(
            en: """
                Fetch the file again without opening it in between. If it is in another encoding than was found, \
                name it with --encoding, or encoding under read.
                """,
            da: """
                Hent filen igen uden at åbne den undervejs. Har den et andet tegnsæt end der blev fundet, så nævn \
                det med --encoding, eller encoding under read.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;INDHOLD
                KÃ¸benhavn;2014;5,8
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                København;2014;5,8
                """
        )
    )

    static let markersRead = Explanation(
        severities: [.note],
        title: LocalizedText(
            en: "A mark in place of a number is counted with what it was read as.",
            da: "Et mærke i stedet for et tal tælles med hvad det er læst som."
        ),
        cause: LocalizedText(
            en: """
                The cells hold marks for missing values, such as .. for too uncertain or confidential or - for not \
                given. No fault: the note is there so that you can see whether the reading is the office's.
                """,
            da: """
                Cellerne indeholder mærker for manglende værdier, som .. for usikker eller fortrolig eller - for \
                ikke oplyst. Ingen fejl: noten er der, så du kan se om læsningen er kontorets.
                """
        ),
        cure: LocalizedText(
            en: """
                Nothing, if the reading is right. Otherwise say under markers of the dataset what each mark means, \
                such as "-": nilValue where the dash is a true zero.
                """,
            da: """
                Intet, hvis læsningen er rigtig. Ellers angives under markers i datasættet hvad hvert mærke betyder, \
                som "-": nilValue hvor stregen er et rigtigt nul.
                """
        )
    )
}
