/// The program, its files and its arguments: D0 and D8.
extension Explanation {
    static let unreadableFile = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A file or folder that is to be read is there and can be opened.",
            da: "En fil eller mappe der skal læses, findes og kan åbnes."
        ),
        cause: LocalizedText(
            en: """
                The path is misspelt or relative to another folder, the name means a folder, or you may not read the \
                file. It is also told of a file that "extracts", "datasets", "indicators" or "codelists" in a \
                workspace names.
                """,
            da: """
                Stien er stavet forkert eller gælder fra en anden mappe, navnet er en mappe, eller du må ikke læse \
                filen. Det siges også om en fil, som "extracts", "datasets", "indicators" eller "codelists" i et \
                arbejdsområde nævner.
                """
        ),
        cure: LocalizedText(
            en: """
                Correct the path. Paths on the command line count from the folder you stand in, those of a workspace \
                from the folder of barometer.yml.
                """,
            da: """
                Ret stien. Stier på kommandolinjen regnes fra den mappe du står i, stier i et arbejdsområde fra \
                mappen med barometer.yml.
                """
        ),
        example: Example(
            form: .command,
            faulty: "barometer inspect Data/tutorial/extracts/opdigtet-arbejdstyrke.csv",
            mended: "barometer inspect Data/tutorial/extracts/opdigtet-arbejdsstyrke.csv"
        )
    )

    static let unwritableFile = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A result can be written where it is asked for.",
            da: "Et resultat kan skrives dér hvor der er bedt om det."
        ),
        cause: LocalizedText(
            en: """
                The folder may not be written to, a part of its path is a file, or the disk is full; standard output \
                can be full or closed too.
                """,
            da: """
                Der må ikke skrives i mappen, en del af stien er en fil, eller disken er fuld; også standard output \
                kan være fuldt eller lukket.
                """
        ),
        cure: LocalizedText(
            en: """
                Name another place with --out (of query or report) or --out-dir (of inspect), or make room. A file \
                appears whole or not at all, so nothing half-written is left.
                """,
            da: """
                Nævn et andet sted med --out (til query eller report) eller --out-dir (til inspect), eller skaf \
                plads. En fil opstår hel eller slet ikke, så der ligger intet halvt tilbage.
                """
        )
    )

    static let wrongArgument = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "An argument of the command line means something here.",
            da: "Et argument på kommandolinjen betyder noget her."
        ),
        cause: LocalizedText(
            en: """
                A name was given that the verb does not know, such as a code that no diagnostic has. Options that \
                are misspelt or contradict each other are told in the same way with status 64, but in the words of \
                the usage and without a code.
                """,
            da: """
                Der er nævnt et navn som kommandoen ikke kender, fx en kode som ingen meddelelse har. Valgmuligheder \
                der er stavet forkert eller modsiger hinanden, meldes også med status 64, men i brugsanvisningens \
                ord og uden kode.
                """
        ),
        cure: LocalizedText(
            en: "Write one of the names that the hint lists, or look at --help of the verb.",
            da: "Skriv et af de navne som hjælpen nævner, eller se --help for kommandoen."
        ),
        example: Example(
            form: .command,
            faulty: "barometer explain D199",
            mended: "barometer explain D124"
        )
    )
}
