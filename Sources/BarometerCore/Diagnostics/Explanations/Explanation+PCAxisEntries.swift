/// The entries of PC-Axis files: D130 to D133 and D137.
extension Explanation {
    static let unreadableEntry = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A PC-Axis file is a row of entries such as TITLE=\"...\"; with DATA as the last.",
            da: "En PC-Axis-fil er en række indgange som TITLE=\"...\"; med DATA til sidst."
        ),
        cause: LocalizedText(
            en: """
                A quotation mark or a semicolon is missing or one too many before the place, other text stands \
                between two entries, or an entry stands behind the cells.
                """,
            da: """
                Et anførselstegn eller semikolon mangler eller er for meget før stedet, anden tekst står mellem to \
                indgange, eller en indgang står efter cellerne.
                """
        ),
        cure: LocalizedText(
            en: "Correct the entry before the place, or move the one behind the cells before DATA.",
            da: "Ret indgangen før stedet, eller flyt den der står efter cellerne, foran DATA."
        ),
        example: Example(
            form: .file,
            faulty: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                Kilde;
                DATA=
                1 2;
                """,
            mended: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                SOURCE="Kilde";
                DATA=
                1 2;
                """
        )
    )

    static let missingKeyword = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A PC-Axis file has STUB or HEADING, VALUES for each of their variables, and DATA.",
            da: "En PC-Axis-fil har STUB eller HEADING, VALUES for hver af deres variable, og DATA."
        ),
        cause: LocalizedText(
            en: """
                An entry was removed, or the name of a variable is spelt otherwise in VALUES than in STUB or \
                HEADING.
                """,
            da: """
                En indgang er fjernet, eller en variabels navn er stavet anderledes i VALUES end i STUB eller \
                HEADING.
                """
        ),
        cure: LocalizedText(
            en: "Add the entry, or write the name alike in both places.",
            da: "Tilføj indgangen, eller skriv navnet ens begge steder."
        ),
        example: Example(
            form: .file,
            faulty: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("aar")="2013","2014";
                DATA=
                1 2;
                """,
            mended: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                DATA=
                1 2;
                """
        )
    )

    static let repeatedKeyword = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "An entry that shapes the table stands in a PC-Axis file once.",
            da: "En indgang der former tabellen, står én gang i en PC-Axis-fil."
        ),
        cause: LocalizedText(
            en: """
                Two files were put together, or an entry was mended by adding a second one. Which of them holds \
                cannot be known.
                """,
            da: """
                To filer er sat sammen, eller en indgang er rettet ved at tilføje en til. Hvilken der gælder, kan \
                ikke vides.
                """
        ),
        cure: LocalizedText(
            en: "Remove all of them but the right one.",
            da: "Fjern alle undtagen den rigtige."
        ),
        example: Example(
            form: .file,
            faulty: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                VALUES("tid")="2014","2015";
                DATA=
                1 2;
                """,
            mended: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                DATA=
                1 2;
                """
        )
    )

    static let unequalLists = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "Lists that belong together in a PC-Axis file are of one length.",
            da: "Lister der hører sammen i en PC-Axis-fil, er lige lange."
        ),
        cause: LocalizedText(
            en: """
                CODES or a translation (VALUES[en], HEADING[en]) has more or fewer texts than the list it goes with, \
                because of a comma too few or too many.
                """,
            da: """
                CODES eller en oversættelse (VALUES[en], HEADING[en]) har flere eller færre tekster end den liste \
                den hører til, fordi et komma mangler eller er for meget.
                """
        ),
        cure: LocalizedText(
            en: "Look for the comma, and bring both lists to one length.",
            da: "Find kommaet, og gør begge lister lige lange."
        ),
        example: Example(
            form: .file,
            faulty: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                CODES("tid")="2013";
                DATA=
                1 2;
                """,
            mended: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                CODES("tid")="2013","2014";
                DATA=
                1 2;
                """
        )
    )

    static let missingEnd = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "Every entry of a PC-Axis file ends with a semicolon.",
            da: "Hver indgang i en PC-Axis-fil slutter med semikolon."
        ),
        cause: LocalizedText(
            en: """
                The semicolon was forgotten between two entries (an error), or the file ends without one behind the \
                cells, which may mean that its last cell was cut off (a warning).
                """,
            da: """
                Semikolonet er glemt mellem to indgange (en fejl), eller filen slutter uden et efter cellerne, \
                hvilket kan betyde at den sidste celle er klippet over (en advarsel).
                """
        ),
        cure: LocalizedText(
            en: "Add the semicolon; compare the last cell with the source, or fetch the file again.",
            da: "Tilføj semikolonet; sammenlign den sidste celle med kilden, eller hent filen igen."
        ),
        example: Example(
            form: .file,
            faulty: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                DATA=
                1 2
                """,
            mended: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                DATA=
                1 2;
                """
        )
    )
}
