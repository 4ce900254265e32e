import BarometerCore

/// What a workspace is called and where its parts lie: the file `barometer.yml`.
public struct Settings: Sendable {
    /// The file that makes a folder a workspace.
    public static let fileName = "barometer.yml"

    /// The title of the barometer.
    public var title: LocalizedText
    /// The language of reports where the user says nothing.
    public var language: Language
    /// Whether the figures are made up; every output then says so.
    public var areFiguresInvented: Bool
    /// The catalogue files that declare datasets, as paths below the workspace.
    public var datasets: [String]
    /// The catalogue files that define indicators, as paths below the workspace.
    public var indicators: [String]
    /// The folder whose CSV files are the codelists, as a path below the workspace; nil where there are none.
    public var codelists: String?

    static func read(_ file: CatalogueFile) -> Settings? {
        guard let top = file.top() else { return nil }
        top.allowOnly(["title", "language", "figures", "codelists", "datasets", "indicators"])
        let title = top.localizedText("title", required: true)
        let language = top.choice("language", among: ["da": Language.danish, "en": .english]) ?? .english
        let invented = top.choice("figures", among: ["real": false, "invented": true], required: true)
        let datasets = top.items("datasets", required: true).compactMap { top.string($0) }
        let indicators = top.items("indicators", required: true).compactMap { top.string($0) }
        guard let title, let invented else { return nil }
        return Settings(
            title: title,
            language: language,
            areFiguresInvented: invented,
            datasets: datasets,
            indicators: indicators,
            codelists: top.string("codelists")
        )
    }
}
