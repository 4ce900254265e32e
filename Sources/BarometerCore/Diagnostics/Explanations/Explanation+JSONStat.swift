/// JSON-stat: D142 to D145 and D147.
extension Explanation {
    static let jsonStatShape = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A JSON-stat dataset has id, size, dimension with category and index, and value, each of its kind.",
            da: "Et JSON-stat-datasæt har id, size, dimension med category og index, og value, hver af sin slags."
        ),
        cause: LocalizedText(
            en: """
                A key is missing or misspelt, a name stands twice, a dimension of id is not described, or the \
                positions of an index have gaps.
                """,
            da: """
                En nøgle mangler eller er stavet forkert, et navn står to gange, en dimension i id er ikke \
                beskrevet, eller et index har huller i sine positioner.
                """
        ),
        cure: LocalizedText(
            en: "Fetch the file again as JSON-stat 2 or CSV; correct the place if it was made by hand.",
            da: "Hent filen igen som JSON-stat 2 eller CSV; ret stedet hvis den er lavet i hånden."
        ),
        example: Example(
            form: .file,
            faulty: """
                {"class":"dataset","id":["tidd"],"size":[2],
                "dimension":{"tid":{"category":{"index":["2013","2014"]}}},
                "value":[7,8]}
                """,
            mended: """
                {"class":"dataset","id":["tid"],"size":[2],
                "dimension":{"tid":{"category":{"index":["2013","2014"]}}},
                "value":[7,8]}
                """
        )
    )

    static let cubeSize = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: """
                The numbers of values, flags, categories and sizes in JSON-stat fit each other, up to 10 million \
                cells where values are given by position.
                """,
            da: """
                Antallet af værdier, flag, kategorier og størrelser i JSON-stat passer sammen, op til 10 millioner \
                celler hvor værdier gives efter position.
                """
        ),
        cause: LocalizedText(
            en: """
                The file was cut or filtered without correcting size, or missing values were left out of the list. \
                Only sizes that differ by dimensions of one category are read all the same, with a warning.
                """,
            da: """
                Filen er klippet eller filtreret uden at rette size, eller manglende værdier er udeladt af listen. \
                Kun størrelser der afviger ved dimensioner med én kategori, læses alligevel, med en advarsel.
                """
        ),
        cure: LocalizedText(
            en: "Fetch the file again or a smaller selection; write null for missing values.",
            da: "Hent filen igen eller et mindre udvalg; skriv null for manglende værdier."
        ),
        example: Example(
            form: .file,
            faulty: """
                {"class":"dataset","id":["tid"],"size":[2],
                "dimension":{"tid":{"category":{"index":["2013","2014"]}}},
                "value":[7]}
                """,
            mended: """
                {"class":"dataset","id":["tid"],"size":[2],
                "dimension":{"tid":{"category":{"index":["2013","2014"]}}},
                "value":[7,null]}
                """
        )
    )

    static let noDataset = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A JSON-stat file holds a dataset.",
            da: "En JSON-stat-fil indeholder et datasæt."
        ),
        cause: LocalizedText(
            en: "It is a collection, which has only links to datasets, or a single dimension.",
            da: "Den er en samling, som kun har henvisninger til datasæt, eller en enkelt dimension."
        ),
        cure: LocalizedText(
            en: "Fetch the dataset itself, by the link that the hint shows.",
            da: "Hent selve datasættet, ved den henvisning som hjælpen viser."
        ),
        example: Example(
            form: .file,
            faulty: """
                {"class":"collection","link":{"item":[{"href":"https://example.org/t1"}]}}
                """,
            mended: """
                {"class":"dataset","id":["tid"],"size":[2],
                "dimension":{"tid":{"category":{"index":["2013","2014"]}}},
                "value":[7,8]}
                """
        )
    )

    static let statusFlag = Explanation(
        severities: [.warning, .note],
        title: LocalizedText(
            en: "A flag beside a figure becomes a status, and one that cannot is told.",
            da: "Et flag ved et tal bliver en status, og et der ikke kan, bliver meldt."
        ),
        cause: LocalizedText(
            en: """
                Breaks, differing definitions and revisions (b, d, r and the like) have no status: the figure counts \
                as ordinary (a note). A flag that says missing or confidential beside a figure that is given leaves \
                the figure out (a warning).
                """,
            da: """
                Brud, afvigende definitioner og revisioner (b, d, r og lignende) har ingen status: tallet regnes for \
                almindeligt (en note). Et flag der siger manglende eller fortrolig ved et oplyst tal, udelader \
                tallet (en advarsel).
                """
        ),
        cure: LocalizedText(
            en: """
                Look the flag up at the source. A break belongs under breaks of the indicator; ask whether a \
                confidential figure may be used.
                """,
            da: """
                Slå flaget op hos kilden. Et brud hører til under breaks for indikatoren; spørg om et fortroligt tal \
                må bruges.
                """
        )
    )

    static let otherDatasets = Explanation(
        severities: [.note],
        title: LocalizedText(
            en: "Of several datasets in one JSON-stat file the first is read.",
            da: "Af flere datasæt i én JSON-stat-fil læses det første."
        ),
        cause: LocalizedText(
            en: "The file is a bundle of JSON-stat 1. No fault, but the other datasets are not in the answer.",
            da: "Filen er et bundt efter JSON-stat 1. Ingen fejl, men de andre datasæt er ikke med i svaret."
        ),
        cure: LocalizedText(
            en: "Fetch each dataset into a file of its own.",
            da: "Hent hvert datasæt til sin egen fil."
        )
    )
}
