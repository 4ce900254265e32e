/// What columns and rows mean: names, codes and keys.
extension Explanation {
    static let missingColumn = Explanation(
        severities: [.error, .note],
        title: LocalizedText(
            en: "A file has the columns that its dataset declares or the command line names.",
            da: "En fil har de kolonner som dens datasæt erklærer eller kommandolinjen nævner."
        ),
        cause: LocalizedText(
            en: """
                The office renamed a column, or the name is misspelt in --time, --measure or the dataset. It is also \
                told of codelists without code, da or en, of assess when its file has other columns than period and \
                value, and of query when several files differ in columns or frequency.
                """,
            da: """
                Kontoret har omdøbt en kolonne, eller navnet er stavet forkert i --time, --measure eller datasættet. \
                Det siges også om kodelister uden code, da eller en, om assess når dens fil har andre kolonner end \
                period og value, og om query når flere filer har forskellige kolonner eller frekvens.
                """
        ),
        cure: LocalizedText(
            en: """
                Correct the name in the dataset or on the command line, or name the columns of the file with \
                --columns; ask about files of one shape.
                """,
            da: """
                Ret navnet i datasættet eller på kommandolinjen, eller nævn filens kolonner med --columns; spørg om \
                filer af samme form.
                """
        ),
        example: Example(
            form: .passage,
            faulty: "OMRÅDE;HERKOMST;STATUS;PERIODE;INDHOLD",
            mended: "OMRÅDE;HERKOMST;STATUS;TID;INDHOLD"
        )
    )

    static let undeclaredColumn = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A dataset declares every column of its files.",
            da: "Et datasæt erklærer hver kolonne i sine filer."
        ),
        cause: LocalizedText(
            en: """
                The office added or renamed a column. What a column means changes what a row is: an unknown \
                dimension would make two rows of one. Columns of a codelist other than code, da, en, parent, total, \
                valid_from and valid_to are told too.
                """,
            da: """
                Kontoret har tilføjet eller omdøbt en kolonne. Hvad en kolonne betyder, ændrer hvad en række er: en \
                ukendt dimension ville gøre én række til to. Andre kolonner i en kodeliste end code, da, en, parent, \
                total, valid_from og valid_to meldes også.
                """
        ),
        cure: LocalizedText(
            en: """
                Add the column under columns of the dataset with its role: dimension, time, vintage, measure, flag, \
                or ignored if it is not to be read.
                """,
            da: """
                Tilføj kolonnen under columns i datasættet med sin rolle: dimension, time, vintage, measure, flag, \
                eller ignored hvis den ikke skal læses.
                """
        ),
        example: Example(
            form: .passage,
            faulty: "OMRÅDE;HERKOMST;ARBEJDSSTATUS;TID;INDHOLD",
            mended: "OMRÅDE;HERKOMST;STATUS;TID;INDHOLD"
        )
    )

    static let unknownCode = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "A code is in the codelist of its dimension and valid in the period of its row.",
            da: "En kode står i sin dimensions kodeliste og gælder i rækkens periode."
        ),
        cause: LocalizedText(
            en: """
                The code is misspelt or new, or it came or went with a reform and the codelist says from and to when \
                it holds. In PC-Axis a row begins with a code that VALUES or CODES do not have, or ELIMINATION names \
                a total that is none of the values (a warning).
                """,
            da: """
                Koden er stavet forkert eller ny, eller den kom eller forsvandt med en reform, og kodelisten siger \
                fra og til hvornår den gælder. I PC-Axis begynder en række med en kode som VALUES eller CODES ikke \
                har, eller ELIMINATION nævner en total der ikke er blandt værdierne (en advarsel).
                """
        ),
        cure: LocalizedText(
            en: "Correct the row, add the code to the codelist, or correct valid_from and valid_to there.",
            da: "Ret rækken, tilføj koden i kodelisten, eller ret valid_from og valid_to dér."
        ),
        example: Example(
            form: .passage,
            faulty: "102;1;LEDIG;2010H2;13500",
            mended: "101;1;LEDIG;2010H2;13500"
        )
    )

    static let duplicateKey = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "Each combination of codes, period and vintage has one figure.",
            da: "Hver kombination af koder, periode og udgave har ét tal."
        ),
        cause: LocalizedText(
            en: """
                A row stands twice, two extracts were put together, or the column that tells the rows apart is \
                missing or declared as ignored. In a bare file it is a warning, since its columns may be \
                misunderstood, and from 300,000 rows on it is not looked for. Also told: two meanings of a code on \
                one day in a codelist, a code or row given twice in PC-Axis.
                """,
            da: """
                En række står to gange, to udtræk er sat sammen, eller den kolonne der adskiller rækkerne, mangler \
                eller er erklæret ignored. I en løs fil er det en advarsel, for dens kolonner kan være misforstået, \
                og fra 300.000 rækker ledes der ikke efter den. Meldes også: to betydninger af en kode på én dag i \
                en kodeliste, en kode eller række angivet to gange i PC-Axis.
                """
        ),
        cure: LocalizedText(
            en: """
                Keep one of the rows, or declare the column that tells them apart as dimension or vintage. In a \
                codelist close the earlier meaning with valid_to.
                """,
            da: """
                Behold den ene række, eller erklær den kolonne der adskiller dem, som dimension eller vintage. I en \
                kodeliste lukkes den tidligere betydning med valid_to.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;INDHOLD
                101;2013;5,9
                101;2013;5,8
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                101;2013;5,9
                101;2014;5,8
                """
        )
    )

    static let noMeasure = Explanation(
        severities: [.warning],
        title: LocalizedText(
            en: "A file has a column of values.",
            da: "En fil har en kolonne med værdier."
        ),
        cause: LocalizedText(
            en: """
                No column is called INDHOLD, OBS_VALUE, Value, Antal or the like, and none at the end is numeric. \
                The values stand in front of the codes, or the separator or the decimal sign was mistaken.
                """,
            da: """
                Ingen kolonne hedder INDHOLD, OBS_VALUE, Value, Antal eller lignende, og ingen til sidst er tal. \
                Værdierne står foran koderne, eller skilletegnet eller decimaltegnet er misforstået.
                """
        ),
        cure: LocalizedText(
            en: """
                Name the column with --measure, or give it the role measure in the dataset; look at the columns that \
                inspect tells.
                """,
            da: """
                Nævn kolonnen med --measure, eller giv den rollen measure i datasættet; se de kolonner som inspect \
                oplyser.
                """
        ),
        example: Example(
            form: .file,
            faulty: """
                OMRÅDE;TID;TEKST
                101;2013;færre
                101;2014;flere
                """,
            mended: """
                OMRÅDE;TID;INDHOLD
                101;2013;5,9
                101;2014;5,8
                """
        )
    )

    static let deletionRefused = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "An extract holds figures, and no orders to delete some.",
            da: "Et udtræk indeholder tal, og ingen ordrer om at slette nogle."
        ),
        cause: LocalizedText(
            en: """
                The file is SDMX-CSV 2 with the ACTION D in some rows: the changes since an earlier extract and not \
                the whole.
                """,
            da: """
                Filen er SDMX-CSV 2 med ACTION D i nogle rækker: ændringerne siden et tidligere udtræk og ikke det \
                hele.
                """
        ),
        cure: LocalizedText(
            en: "Fetch the whole dataset.",
            da: "Hent hele datasættet."
        ),
        example: Example(
            form: .file,
            faulty: """
                STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE
                dataflow,X:Y(1.0),D,DK,2014,5.8
                """,
            mended: """
                STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE
                dataflow,X:Y(1.0),I,DK,2014,5.8
                """
        )
    )
}
