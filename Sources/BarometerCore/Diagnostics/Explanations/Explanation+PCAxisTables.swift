/// The cells, letters and languages of PC-Axis files: D134 to D136 and D138.
extension Explanation {
    static let cellCount = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "DATA has a cell for each combination of the values, or, with KEYS, whole rows.",
            da: "DATA har en celle for hver kombination af værdierne eller, med KEYS, hele rækker."
        ),
        cause: LocalizedText(
            en: """
                The file was cut off, a value is missing or too many in a VALUES list, or decimals are written with \
                a comma, which parts cells here.
                """,
            da: """
                Filen er afbrudt, en værdi mangler eller er for meget i en VALUES-liste, eller decimaler er skrevet \
                med komma, som her adskiller celler.
                """
        ),
        cure: LocalizedText(
            en: "Fetch the file again, correct VALUES, or write decimals with a point.",
            da: "Hent filen igen, ret VALUES, eller skriv decimaler med punktum."
        ),
        example: Example(
            form: .file,
            faulty: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                DATA=
                5,9 5,8;
                """,
            mended: """
                TITLE="Ledige";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                DATA=
                5.9 5.8;
                """
        )
    )

    static let cubeTooLarge = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A PC-Axis table has at most 100 variables, and with KEYS at most 10 million cells.",
            da: "En PC-Axis-tabel har højst 100 variable, og med KEYS højst 10 millioner celler."
        ),
        cause: LocalizedText(
            en: """
                With KEYS rows may be left out, so that a small file can stand for a table that no memory holds. \
                Such a file is mostly damaged.
                """,
            da: """
                Med KEYS kan rækker udelades, så en lille fil kan stå for en tabel som ingen hukommelse kan rumme. \
                Sådan en fil er oftest ødelagt.
                """
        ),
        cure: LocalizedText(
            en: "Fetch the table in smaller parts.",
            da: "Hent tabellen i mindre dele."
        )
    )

    static let doubtfulEncoding = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "CODEPAGE names an encoding that is known and fits the bytes.",
            da: "CODEPAGE nævner et tegnsæt som kendes og passer til filens bytes."
        ),
        cause: LocalizedText(
            en: """
                The file was saved anew in another encoding and CODEPAGE was left as it was: a warning, and what the \
                bytes show is taken. Or the name of the encoding is not known and the bytes are not UTF-8: an error.
                """,
            da: """
                Filen er gemt på ny med et andet tegnsæt, og CODEPAGE blev stående: en advarsel, og det som filens \
                bytes viser, bruges. Eller tegnsættets navn kendes ikke, og filens bytes er ikke UTF-8: en fejl.
                """
        ),
        cure: LocalizedText(
            en: "Correct CODEPAGE, or name the encoding with --encoding.",
            da: "Ret CODEPAGE, eller nævn tegnsættet med --encoding."
        ),
        example: Example(
            form: .file,
            faulty: """
                CODEPAGE="iso-8859-15";
                TITLE="Ledige på Nørrebro";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                DATA=
                1 2;
                """,
            mended: """
                CODEPAGE="utf-8";
                TITLE="Ledige på Nørrebro";
                HEADING="tid";
                VALUES("tid")="2013","2014";
                DATA=
                1 2;
                """
        )
    )

    static let unknownLanguage = Explanation(
        severities: [.warning],
        title: LocalizedText(
            en: "A language that is asked for is one that the PC-Axis file has texts in.",
            da: "Et sprog der bedes om, er et som PC-Axis-filen har tekster på."
        ),
        cause: LocalizedText(
            en: """
                A program that reads the file with this library asked for a language of labels that LANGUAGE and \
                LANGUAGES do not name. The verbs of the command line always take the language of the file itself.
                """,
            da: """
                Et program der læser filen med dette bibliotek, bad om etiketter på et sprog som LANGUAGE og \
                LANGUAGES ikke nævner. Kommandolinjen tager altid filens eget sprog.
                """
        ),
        cure: LocalizedText(
            en: "Ask for one of the languages that the hint lists, or for none.",
            da: "Bed om et af de sprog som hjælpen nævner, eller om intet."
        )
    )
}
