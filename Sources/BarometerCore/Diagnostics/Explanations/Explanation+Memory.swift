extension Explanation {
    static let memoryLimit = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "Reading takes no more memory than --memory-limit allows.",
            da: "Læsning tager ikke mere hukommelse end --memory-limit tillader."
        ),
        cause: LocalizedText(
            en: """
                Before a file is read, its first records and its size say about how much memory that takes; more than \
                was allowed is refused before it is taken. A plain file that a question is answered from while it is \
                read takes little; one that has to be read the careful way takes three times its size.
                """,
            da: """
                Før en fil læses, siger dens første poster og dens størrelse omtrent hvor meget hukommelse det tager; \
                mere end tilladt afvises før den tages. En almindelig fil som et spørgsmål besvares fra mens den læses, \
                tager lidt; en der må læses omhyggeligt, tager tre gange sin størrelse.
                """
        ),
        cure: LocalizedText(
            en: "Raise --memory-limit, use fewer --threads, or divide the file.",
            da: "Hæv --memory-limit, brug færre --threads, eller del filen."
        )
    )
}
