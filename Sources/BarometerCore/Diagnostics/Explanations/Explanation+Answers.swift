/// Answers to questions and assessments: D4 and D5.
extension Explanation {
    static let sumOverflow = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A sum fits into 64 bits.",
            da: "En sum kan være i 64 bit."
        ),
        cause: LocalizedText(
            en: """
                Whole numbers are added exactly, and this sum passes 9.2 × 10^18. Mostly a column of ids or dates is \
                taken for values.
                """,
            da: """
                Hele tal lægges sammen eksakt, og denne sum overstiger 9,2 × 10^18. Oftest regnes en kolonne af \
                id'er eller datoer for værdier.
                """
        ),
        cure: LocalizedText(
            en: "Name the right column with --measure, or divide or filter more finely with --by and --where.",
            da: "Nævn den rigtige kolonne med --measure, eller del op eller filtrér finere med --by og --where."
        )
    )

    static let tooManyGroups = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A question finds at most 67,108,864 groups.",
            da: "Et spørgsmål finder højst 67.108.864 grupper."
        ),
        cause: LocalizedText(
            en: """
                The codes of all dimensions in --by, times the periods, are more than that. Often one of them \
                numbers the rows.
                """,
            da: """
                Koderne i alle dimensioner i --by, gange perioderne, er flere end det. Tit nummererer en af dem \
                rækkerne.
                """
        ),
        cure: LocalizedText(
            en: "Group by fewer dimensions, or longer periods with --period.",
            da: "Gruppér efter færre dimensioner, eller længere perioder med --period."
        )
    )

    static let notAdditive = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "Only figures that add up are added up.",
            da: "Kun tal der kan lægges sammen, lægges sammen."
        ),
        cause: LocalizedText(
            en: """
                Percentages, means and the like of several codes answer for one period: an error in a formula, a \
                warning of query. A formula adds a total to its own parts: an error. The columns of a wide file, which \
                may count different things, are added: a warning of both.
                """,
            da: """
                Procenter, gennemsnit og lignende for flere koder svarer for én periode: en fejl i en formel, en \
                advarsel fra query. En formel lægger en total sammen med dens egne dele: en fejl. Kolonnerne i en bred \
                fil, som kan tælle forskellige ting, lægges sammen: en advarsel fra begge.
                """
        ),
        cure: LocalizedText(
            en: """
                Select one code in each dimension with --where or in the brackets of the formula, divide with --by, \
                ask for --aggregate mean, min or max, or compute a rate from counts with --rate.
                """,
            da: """
                Vælg én kode i hver dimension med --where eller i formlens klammer, del op med --by, bed om \
                --aggregate mean, min eller max, eller beregn en rate af antal med --rate.
                """
        )
    )

    static let rollUpNeeded = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "How several periods become one is said.",
            da: "Hvordan flere perioder bliver til én, er sagt."
        ),
        cause: LocalizedText(
            en: """
                Persons at the end of each half-year must not be added up to a year, moves within each half-year \
                must; the figures do not tell which they are.
                """,
            da: """
                Personer ved udgangen af hvert halvår må ikke lægges sammen til et år, flytninger i hvert halvår \
                skal; tallene siger ikke hvad de er.
                """
        ),
        cure: LocalizedText(
            en: "Say --roll sum for flows, --roll last for stocks, or --roll mean.",
            da: "Skriv --roll sum for bevægelser, --roll last for bestande, eller --roll mean."
        ),
        example: Example(
            form: .command,
            faulty: "barometer query Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv --period year",
            mended: """
                barometer query Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv --period year --roll last
                """
        )
    )

    static let unknownSelection = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A question names dimensions, codes and labels that the table has.",
            da: "Et spørgsmål nævner dimensioner, koder og navne som tabellen har."
        ),
        cause: LocalizedText(
            en: """
                The name is misspelt in --where, --by, --rate or --gap, in another case, or in another language than \
                the file. A value with a comma, colon or slash stands in double quotes.
                """,
            da: """
                Navnet er stavet forkert i --where, --by, --rate eller --gap, med andre store bogstaver, eller på et \
                andet sprog end filen. En værdi med komma, kolon eller skråstreg står i anførselstegn.
                """
        ),
        cure: LocalizedText(
            en: "Write the name that the hint suggests; inspect tells the dimensions of a file.",
            da: "Skriv det navn som hjælpen foreslår; inspect oplyser en fils dimensioner."
        ),
        example: Example(
            form: .command,
            faulty: "barometer query Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv --where STATUS=LEDIGE",
            mended: "barometer query Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv --where STATUS=LEDIG"
        )
    )

    static let totalsLeftOut = Explanation(
        severities: [.note],
        title: LocalizedText(
            en: "A dimension that is added up counts no one twice: its totals are left out.",
            da: "En dimension der lægges sammen, tæller ingen to gange: dens totaler er udeladt."
        ),
        cause: LocalizedText(
            en: """
                The dimension is neither in --where nor in --by and has codes that are totals, by the codelist, by \
                the file or by their name. No fault.
                """,
            da: """
                Dimensionen er hverken i --where eller i --by og har koder der er totaler, ifølge kodelisten, filen \
                eller deres navn. Ingen fejl.
                """
        ),
        cure: LocalizedText(
            en: """
                Select the total itself with --where if its own figure is wanted. If a code is wrongly a total, or \
                none, say so under total in the codelist.
                """,
            da: """
                Vælg selve totalen med --where, hvis dens eget tal ønskes. Er en kode fejlagtigt en total, eller \
                ingen, så sig det under total i kodelisten.
                """
        )
    )

    static let incompletePeriod = Explanation(
        severities: [.warning],
        title: LocalizedText(
            en: "A longer period rests on all its shorter ones.",
            da: "En længere periode hviler på alle sine kortere."
        ),
        cause: LocalizedText(
            en: "The data begin or end within the year, or a quarter is missing. A sum of it is too small.",
            da: "Dataene begynder eller slutter inde i året, eller et kvartal mangler. En sum af det er for lille."
        ),
        cure: LocalizedText(
            en: "Fetch the periods that are missing, or leave the longer one out of what you conclude.",
            da: "Hent de perioder der mangler, eller hold den længere uden for det du slutter."
        ),
        example: Example(
            form: .command,
            faulty: """
                barometer query Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv --where OMRÅDE=101 --period year \
                --roll last
                """,
            mended: """
                barometer query Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv --where OMRÅDE=101 --period \
                half-year
                """
        )
    )

    static let coarserThanAsked = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "Periods are never divided into shorter ones.",
            da: "Perioder deles aldrig i kortere."
        ),
        cause: LocalizedText(
            en: """
                --period asks for months or quarters of figures that were counted by half-years or years. Nobody \
                knows how they were spread.
                """,
            da: """
                --period beder om måneder eller kvartaler af tal der er talt pr. halvår eller år. Ingen ved hvordan \
                de fordelte sig.
                """
        ),
        cure: LocalizedText(
            en: "Ask for the frequency of the figures or a longer one, or fetch finer figures.",
            da: "Bed om tallenes egen frekvens eller en længere, eller hent finere tal."
        ),
        example: Example(
            form: .command,
            faulty: """
                barometer query Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv --period month --roll last
                """,
            mended: """
                barometer query Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv --period year --roll last
                """
        )
    )

    static let missingLeftOut = Explanation(
        severities: [.warning, .note],
        title: LocalizedText(
            en: "Cells without a value are in no sum, and how many is told.",
            da: "Celler uden værdi er ikke med i nogen sum, og hvor mange bliver sagt."
        ),
        cause: LocalizedText(
            en: """
                The file has marks in place of numbers there. A sum is then too small (a note), and a rate or gap \
                off by nobody knows how much (a warning).
                """,
            da: """
                Filen har mærker i stedet for tal dér. En sum er så for lille (en note), og en rate eller forskel \
                skæv med ingen ved hvor meget (en advarsel).
                """
        ),
        cure: LocalizedText(
            en: "See where with --aggregate sum,missing, and select with --where what is whole.",
            da: "Se hvor med --aggregate sum,missing, og vælg med --where det der er helt."
        )
    )

    static let noValue = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "A series that is assessed has a figure.",
            da: "En serie der vurderes, har et tal."
        ),
        cause: LocalizedText(
            en: """
                The file of assess has its header and no line with a figure. Or the figures all end before the baseline \
                that was named without its value, so that nothing tells where the way starts.
                """,
            da: """
                Filen til assess har sin overskrift og ingen linje med et tal. Eller tallene slutter alle før det \
                udgangspunkt der blev nævnt uden sin værdi, så intet siger hvor vejen begynder.
                """
        ),
        cure: LocalizedText(
            en: "Add lines with period and value, such as 2013H2,8.9, or say the value as in --baseline 2013H2=8.9.",
            da: "Tilføj linjer med periode og værdi, som 2013H2,8.9, eller angiv værdien som i --baseline 2013H2=8.9."
        )
    )

    static let incoherentCounts = Explanation(
        severities: [.warning],
        title: LocalizedText(
            en: "The counts behind a rate are a part and its whole, and give the rate that was printed.",
            da: "Antallene bag en rate er en del og dens helhed, og giver den rate der blev trykt."
        ),
        cause: LocalizedText(
            en: """
                In the file of assess the numerator is below 0 or above the denominator, or value is not what they give, \
                rounded to its decimals. The counts are taken; what is no part of its whole is no rate, and \
                missing. A denominator of 0 or less gives no rate: value is taken where there is one, and else the figure is missing.
                """,
            da: """
                I filen til assess er tælleren under 0 eller over nævneren, eller value er ikke hvad de giver, afrundet \
                til dens decimaler. Antallene bruges; hvad der ikke er en del af sin helhed, er ingen rate og \
                mangler. En nævner på 0 eller mindre giver ingen rate: value bruges hvor den findes, og ellers mangler tallet.
                """
        ),
        cure: LocalizedText(
            en: "Correct the counts or the value, exchange the two columns, or leave out the column value.",
            da: "Ret antallene eller værdien, byt de to kolonner om, eller udelad kolonnen value."
        )
    )
}
