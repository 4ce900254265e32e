/// The targets of the catalogue: D2.
extension Explanation {
    static let impossibleTarget = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "A target can be reached in time and in its own direction.",
            da: "Et mål kan nås i tide og i sin egen retning."
        ),
        cause: LocalizedText(
            en: """
                The deadline is not after the baseline, the target ends before its deadline, the upper bound is below \
                the lower one, a goal of whole things has decimals, or direction contradicts the comparator: "at most" \
                goes with decrease, "at least" with increase.
                """,
            da: """
                Fristen ligger ikke efter udgangspunktet, målet ophører før sin frist, den øvre grænse ligger under den \
                nedre, et mål om hele ting har decimaler, eller direction modsiger comparator: "at most" hører til \
                decrease, "at least" til increase.
                """
        ),
        cure: LocalizedText(
            en: """
                Correct deadline, baseline or bounds, or leave direction out where there is a target. A standing limit \
                has no end.
                """,
            da: """
                Ret deadline, baseline eller grænserne, eller udelad direction hvor der er et mål. En vedvarende grænse \
                ophører ikke.
                """
        ),
        example: Example(
            form: .passage,
            faulty: "deadline: 2010H2",
            mended: "deadline: 2014H2"
        )
    )

    static let overlappingTargets = Explanation(
        severities: [.error],
        title: LocalizedText(
            en: "On any day at most one target of an indicator is in force.",
            da: "På enhver dag gælder højst ét mål for en indikator."
        ),
        cause: LocalizedText(
            en: """
                Every edition is held against the target in force on its last day. Two entries under targets are in \
                force on the same day, a target supersedes one that is not older, or its last day is before its first.
                """,
            da: """
                Hver udgave holdes op mod det mål der gælder på dens sidste dag. To mål under targets gælder på samme \
                dag, et mål afløser et som ikke er ældre, eller dets sidste dag ligger før den første.
                """
        ),
        cure: LocalizedText(
            en: """
                Give the older target an id and write it behind supersedes in the newer one, which says with adopted: \
                {on: …} or inForce: {from: …} from when it holds. Nothing is taken out: replaced targets stay.
                """,
            da: """
                Giv det ældre mål et id, og skriv det efter supersedes i det nyere, som med adopted: {on: …} eller \
                inForce: {from: …} siger hvornår det gælder fra. Intet tages ud: afløste mål bliver stående.
                """
        )
    )

    static let impossiblePath = Explanation(
        severities: [.error, .warning],
        title: LocalizedText(
            en: "The path to a target can be drawn from its baseline to its deadline.",
            da: "Vejen til et mål kan tegnes fra udgangspunktet til fristen."
        ),
        cause: LocalizedText(
            en: """
                A geometric path, or parity by ratios, needs values above zero, a logit path values between 0 and 100. \
                Milestones lie after the baseline and before the deadline, one in a half-year and in the order of time; \
                a path in steps has at least one, a geometric or logit path none. A warning tells of a baseline whose \
                value is only known from the figures; the goal then has no schedule.
                """,
            da: """
                En geometrisk kurve, eller ligestilling målt i forhold, kræver værdier over nul, en logit-kurve værdier \
                mellem 0 og 100. Milepæle ligger efter udgangspunktet og før fristen, én i et halvår og i tidsfølge; en \
                kurve i trin har mindst én, en geometrisk eller logit-kurve ingen. En advarsel gælder et udgangspunkt hvis \
                værdi kun kendes fra tallene; målet har så ingen tidsplan.
                """
        ),
        cure: LocalizedText(
            en: "Take the linear path, or correct the milestones.",
            da: "Brug den lineære kurve, eller ret milepælene."
        ),
        example: Example(
            form: .passage,
            faulty: """
                deadline: 2014H2
                      milestones: [{period: 2015H1, value: 6.5}]
                """,
            mended: "deadline: 2014H2"
        )
    )
}
