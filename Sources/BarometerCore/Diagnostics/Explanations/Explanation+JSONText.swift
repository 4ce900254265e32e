/// JSON text and JSON lines: D140, D141, D146 and D148.
extension Explanation {
    static let jsonSyntax = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A JSON file is written by the rules of JSON, in UTF-8.",
            da: "En JSON-fil er skrevet efter JSONs regler, i UTF-8."
        ),
        cause: LocalizedText(
            en: """
                The file was cut off, changed by hand (a comma or quotation mark too few or too many), or saved in \
                another encoding.
                """,
            da: """
                Filen er afbrudt, ændret i hånden (et komma eller anførselstegn for lidt eller for meget) eller gemt \
                med et andet tegnsæt.
                """
        ),
        cure: LocalizedText(
            en: """
                Correct the place, or fetch the file again. If only the letters are wrong, name the encoding with \
                --encoding.
                """,
            da: "Ret stedet, eller hent filen igen. Er kun bogstaverne forkerte, så nævn tegnsættet med --encoding."
        ),
        example: Example(
            form: .file,
            faulty: """
                {"class":"dataset","id":["tid"],"size":[2],
                "dimension":{"tid":{"category":{"index":["2013","2014"]}}},
                "value":[7,8,]}
                """,
            mended: """
                {"class":"dataset","id":["tid"],"size":[2],
                "dimension":{"tid":{"category":{"index":["2013","2014"]}}},
                "value":[7,8]}
                """
        )
    )

    static let repeatedJSONKey = Explanation(
        severities: [.warning],
        title: LocalizedText(
            en: "A key stands once in a JSON object.",
            da: "En nøgle står én gang i et JSON-objekt."
        ),
        cause: LocalizedText(
            en: "The program that wrote the file, or a hand, added a key that was there. The last one counts.",
            da: """
                Det program der skrev filen, eller en hånd, tilføjede en nøgle der var i forvejen. Den sidste \
                gælder.
                """
        ),
        cure: LocalizedText(
            en: "Remove one of them, or fetch the file again.",
            da: "Fjern den ene, eller hent filen igen."
        ),
        example: Example(
            form: .file,
            faulty: """
                {"class":"dataset","id":["tid"],"size":[2],
                "dimension":{"tid":{"category":{"index":["2013","2014"]}}},
                "label":"Job","label":"Ledige",
                "value":[7,8]}
                """,
            mended: """
                {"class":"dataset","id":["tid"],"size":[2],
                "dimension":{"tid":{"category":{"index":["2013","2014"]}}},
                "label":"Ledige",
                "value":[7,8]}
                """
        )
    )

    static let sourceMessage = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "A source sends records, and no message in their place.",
            da: "En kilde sender poster, og ingen besked i deres sted."
        ),
        cause: LocalizedText(
            en: """
                The key has expired, a limit was reached, or the query was wrong, and the service said so in the \
                file. Beside records it is a warning: some may be missing.
                """,
            da: """
                Nøglen er udløbet, en grænse er nået, eller forespørgslen var forkert, og tjenesten sagde det i \
                filen. Ved siden af poster er det en advarsel: nogle kan mangle.
                """
        ),
        cure: LocalizedText(
            en: "Do what the message asks, such as renewing the key, and fetch the file again.",
            da: "Gør hvad beskeden beder om, fx at forny nøglen, og hent filen igen."
        ),
        example: Example(
            form: .file,
            faulty: """
                {"error":"E104","message":"The key has expired."}
                """,
            mended: """
                {"TID":"2013","INDHOLD":59}
                {"TID":"2014","INDHOLD":59}
                """
        )
    )

    static let jsonRecord = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "JSON lines are flat objects with keys in common, one a line.",
            da: "JSON-linjer er flade objekter med fælles nøgler, ét pr. linje."
        ),
        cause: LocalizedText(
            en: """
                A line holds something else than an object, a value is itself an object or a list, or the codes were \
                written as keys, so that the records have hardly any in common.
                """,
            da: """
                En linje indeholder andet end et objekt, en værdi er selv et objekt eller en liste, eller koderne er \
                skrevet som nøgler, så posterne næsten ingen har til fælles.
                """
        ),
        cure: LocalizedText(
            en: "Write each record as one flat object on its line, with the same keys in all.",
            da: "Skriv hver post som ét fladt objekt på sin linje, med de samme nøgler i alle."
        ),
        example: Example(
            form: .file,
            faulty: """
                {"TID":"2013","INDHOLD":59}
                {"TID":"2014","INDHOLD":{"antal":58}}
                """,
            mended: """
                {"TID":"2013","INDHOLD":59}
                {"TID":"2014","INDHOLD":58}
                """
        )
    )
}
