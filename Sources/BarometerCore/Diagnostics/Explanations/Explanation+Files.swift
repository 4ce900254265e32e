/// What a file is, and its heading: D101, D102, D117 and D118.
extension Explanation {
    static let emptyFile = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A file of statistics holds figures.",
            da: "En fil med statistik indeholder tal."
        ),
        cause: LocalizedText(
            en: """
                The file was recognised as PC-Axis, JSON-stat or JSON lines, but it has no entries, no records, or a \
                dimension without categories. Mostly the selection at the source had no figures, or the transfer \
                broke off. (A file without any signs is D102.)
                """,
            da: """
                Filen er genkendt som PC-Axis, JSON-stat eller JSON-linjer, men den har ingen indgange, ingen poster \
                eller en dimension uden kategorier. Oftest havde udvalget hos kilden ingen tal, eller overførslen \
                blev afbrudt. (En fil helt uden tegn er D102.)
                """
        ),
        cure: LocalizedText(
            en: "Fetch the extract again, for a selection that has figures.",
            da: "Hent udtrækket igen, for et udvalg der har tal."
        ),
        example: Example(
            form: .file,
            faulty: """
                {"class":"dataset","id":["tid"],"size":[0],
                "dimension":{"tid":{"category":{"index":[]}}},
                "value":[]}
                """,
            mended: """
                {"class":"dataset","id":["tid"],"size":[2],
                "dimension":{"tid":{"category":{"index":["2013","2014"]}}},
                "value":[7,8]}
                """
        )
    )

    static let noStatistics = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A file is statistics in one of the forms that are read, told by its bytes and never by its name.",
            da: "En fil er statistik i en af de former der læses, kendt på sine bytes og aldrig på sit navn."
        ),
        cause: LocalizedText(
            en: """
                It is empty or all zero bytes, a web page or XML, an answer in JSON without a table, an Excel \
                workbook, a zip, gzip or bzip2 file, PDF, Parquet, SQLite or other binary data. A page or an answer \
                in place of data often means that the address or the key is no longer right.
                """,
            da: """
                Den er tom eller lutter nulbytes, en webside eller XML, et svar i JSON uden tabel, en \
                Excel-projektmappe, en zip-, gzip- eller bzip2-fil, PDF, Parquet, SQLite eller andre binære data. En \
                side eller et svar i stedet for data betyder tit, at adressen eller nøglen ikke længere gælder.
                """
        ),
        cure: LocalizedText(
            en: """
                Unpack the file, or export or save the table as CSV. Open a page in an editor to read what the \
                server said, and fetch the extract again.
                """,
            da: """
                Pak filen ud, eller eksportér eller gem tabellen som CSV. Åbn en side i en editor for at læse hvad \
                serveren svarede, og hent udtrækket igen.
                """
        ),
        example: Example(
            form: .file,
            faulty: "<html><body>Session expired</body></html>",
            mended: """
                OMRÅDE;TID;INDHOLD
                101;2014;5,8
                """
        )
    )

    static let duplicateColumn = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "Every column, and every variable of a cube, has a name of its own.",
            da: "Hver kolonne, og hver variabel i en kube, har sit eget navn."
        ),
        cause: LocalizedText(
            en: """
                Two tables were joined, or the second line of a heading tells the columns apart. In delimited text \
                it is a warning, and the columns are told apart by their places; in a PC-Axis file, where the name \
                finds the entries of a variable, it is an error.
                """,
            da: """
                To tabeller er sat sammen, eller overskriftens anden linje adskiller kolonnerne. I tekst med \
                skilletegn er det en advarsel, og kolonnerne kendes på deres plads; i en PC-Axis-fil, hvor navnet \
                finder variablens indgange, er det en fejl.
                """
        ),
        cure: LocalizedText(
            en: """
                Rename one in the file, name all with --columns (under read: columns), or say --header 2 where the \
                heading has two lines. In PC-Axis give one another VARIABLECODE, or remove it from STUB or HEADING.
                """,
            da: """
                Omdøb den ene i filen, nævn alle med --columns (under read: columns), eller skriv --header 2 hvor \
                overskriften har to linjer. I PC-Axis: giv den ene en anden VARIABLECODE, eller fjern den fra STUB \
                eller HEADING.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;OMRÅDE;TID;INDHOLD
                101;København;2014;5,8
                """,
            mended: """
                OMRÅDE;NAVN;TID;INDHOLD
                101;København;2014;5,8
                """
        )
    )

    static let noHeader = Explanation(
        severities: [.warning],
        title: LocalizedText(
            en: "The first record of a delimited file names its columns.",
            da: "Den første post i en fil med skilletegn navngiver dens kolonner."
        ),
        cause: LocalizedText(
            en: """
                The first record has numbers where all others have them, so it is taken for data and the columns are \
                called column1, column2 and so on. The StatBank's BULK and SAS write such files; a heading of bare \
                numbers looks the same.
                """,
            da: """
                Den første post har tal hvor alle andre har tal, så den regnes for data, og kolonnerne hedder \
                column1, column2 og så videre. Statistikbankens BULK og SAS skriver den slags filer; en overskrift \
                af bare tal ser ens ud.
                """
        ),
        cure: LocalizedText(
            en: """
                Name the columns with --columns (in a dataset read: {header: none, columns: [a, b, c]}). If the \
                first record is a heading all the same, say --header 1.
                """,
            da: """
                Nævn kolonnerne med --columns (i et datasæt read: {header: none, columns: [a, b, c]}). Er den første \
                post alligevel en overskrift, så skriv --header 1.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                101;2013;5,9
                101;2014;5,8
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                101;2013;5,9
                101;2014;5,8
                """
        )
    )
}
