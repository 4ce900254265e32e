/// The workspace and its catalogue: D2.
extension Explanation {
    static let unreadableCatalogue = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A file of the catalogue is YAML in UTF-8, with one document in it.",
            da: "En fil i kataloget er YAML i UTF-8, med ét dokument i."
        ),
        cause: LocalizedText(
            en: """
                Indentation is uneven or by tabs, a colon or a quotation mark is missing, or the file is empty or in \
                another encoding.
                """,
            da: """
                Indrykningen er ujævn eller med tabulator, et kolon eller anførselstegn mangler, eller filen er tom \
                eller har et andet tegnsæt.
                """
        ),
        cure: LocalizedText(
            en: "Look at the place and the line before it. A text with a colon stands in quotation marks.",
            da: "Se på stedet og linjen før. En tekst med kolon står i anførselstegn."
        ),
        example: Example(
            form: .passage,
            faulty: "theme: {en: Employment, da: Beskæftigelse",
            mended: "theme: {en: Employment, da: Beskæftigelse}"
        )
    )

    static let unknownKey = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A key of the catalogue is one that means something at its place.",
            da: "En nøgle i kataloget betyder noget på sin plads."
        ),
        cause: LocalizedText(
            en: "The key is misspelt, or stands one level too high or too low.",
            da: "Nøglen er stavet forkert, eller står et niveau for højt eller for lavt."
        ),
        cure: LocalizedText(
            en: "Write the key that the hint suggests, or move it to its level.",
            da: "Skriv den nøgle som hjælpen foreslår, eller flyt den til sit niveau."
        ),
        example: Example(
            form: .passage,
            faulty: "comparatr: at most",
            mended: "comparator: at most"
        )
    )

    static let missingKey = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "The catalogue says all that is needed of a dataset, an indicator and a target.",
            da: "Kataloget siger alt hvad der skal siges om et datasæt, en indikator og et mål."
        ),
        cause: LocalizedText(
            en: """
                A required key was left out, or has nothing behind its colon. An indicator without a target needs a \
                direction.
                """,
            da: """
                En nødvendig nøgle er udeladt, eller har intet efter sit kolon. En indikator uden mål skal have en \
                direction.
                """
        ),
        cure: LocalizedText(
            en: "Add the key at the place.",
            da: "Tilføj nøglen på stedet."
        ),
        example: Example(
            form: .passage,
            faulty: """
                {period: 2010H2, value: 10.6}
                      deadline:
                """,
            mended: """
                {period: 2010H2, value: 10.6}
                      deadline: 2014H2
                """
        )
    )

    static let wrongValue = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A value of the catalogue is of the kind that its key asks for.",
            da: "En værdi i kataloget er af den slags som dens nøgle kræver."
        ),
        cause: LocalizedText(
            en: """
                A number has a comma for a point, a word is none of those possible, a period is in another form, or \
                a list stands where one text belongs. Roles and units of the columns must fit together: at least one \
                measure, one time, one unit in a wide dataset.
                """,
            da: """
                Et tal har komma i stedet for punktum, et ord er ikke blandt de mulige, en periode har en anden \
                form, eller en liste står hvor én tekst hører til. Kolonnernes roller og enheder skal passe sammen: \
                mindst én measure, én time, én enhed i et bredt datasæt.
                """
        ),
        cure: LocalizedText(
            en: "Write one of the values that the hint lists.",
            da: "Skriv en af de værdier som hjælpen nævner."
        ),
        example: Example(
            form: .passage,
            faulty: "value: 5,8",
            mended: "value: 5.8"
        )
    )

    static let repeatedKey = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A name is given once.",
            da: "Et navn er angivet én gang."
        ),
        cause: LocalizedText(
            en: "A key was copied, or two files of the catalogue define a dataset or an indicator of the same name.",
            da: """
                En nøgle er kopieret, eller to filer i kataloget definerer et datasæt eller en indikator med samme \
                navn.
                """
        ),
        cure: LocalizedText(
            en: "Keep one of them, or rename one.",
            da: "Behold den ene, eller omdøb den ene."
        ),
        example: Example(
            form: .passage,
            faulty: """
                role: context
                    role: context
                """,
            mended: "role: context"
        )
    )

    static let unknownReference = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A name that refers to a dataset, an indicator or a codelist is one of the workspace.",
            da: "Et navn der henviser til et datasæt, en indikator eller en kodeliste, findes i arbejdsområdet."
        ),
        cause: LocalizedText(
            en: """
                The name is misspelt on the command line or in the catalogue, the codelist has no file, or another \
                workspace is meant.
                """,
            da: """
                Navnet er stavet forkert på kommandolinjen eller i kataloget, kodelisten har ingen fil, eller et \
                andet arbejdsområde er ment.
                """
        ),
        cure: LocalizedText(
            en: """
                Write a name that the hint lists, add the codelist as a CSV file, or name the workspace with \
                --workspace.
                """,
            da: """
                Skriv et navn som hjælpen nævner, tilføj kodelisten som CSV-fil, eller nævn arbejdsområdet med \
                --workspace.
                """
        ),
        example: Example(
            form: .command,
            faulty: "barometer evaluate overledihed --workspace Data/tutorial --edition 2013H2",
            mended: "barometer evaluate overledighed --workspace Data/tutorial --edition 2013H2"
        )
    )

    static let noWorkspace = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A verb that needs a workspace finds its barometer.yml.",
            da: "En kommando der skal bruge et arbejdsområde, finder dets barometer.yml."
        ),
        cause: LocalizedText(
            en: """
                None was named, and neither the folder you stand in nor one above it has a barometer.yml; or the \
                named folder has none.
                """,
            da: """
                Intet er nævnt, og hverken den mappe du står i eller en over den har en barometer.yml; eller den \
                nævnte mappe har ingen.
                """
        ),
        cure: LocalizedText(
            en: """
                Name the folder with --workspace or the variable BAROMETER_WORKSPACE, or go into it. inspect, query \
                and assess read bare files without one.
                """,
            da: """
                Nævn mappen med --workspace eller variablen BAROMETER_WORKSPACE, eller gå ind i den. inspect, query \
                og assess læser løse filer uden.
                """
        ),
        example: Example(
            form: .command,
            faulty: "barometer evaluate --workspace Data --edition 2013H2",
            mended: "barometer evaluate --workspace Data/tutorial --edition 2013H2"
        )
    )
}
