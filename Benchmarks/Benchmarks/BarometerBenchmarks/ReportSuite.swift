import BarometerCore
import BarometerReports
import BarometerWorkspace
import Benchmark
import BenchmarkSupport
import FoundationEssentials

private let prepared = Prepared {
    let workspace = try Workspace(folder: InventedWorkspace.written())
    return (workspace: workspace, edition: try workspace.evaluate(edition: .halfYear(2014, 2)))
}

/// A report of ten goals: its files, and the edition that it rests on.
func registerReport() {
    register(
        "report_files",
        with: { try prepared.get() },
        { try Report($0.edition, workspace: $0.workspace, language: .danish).files().count }
    )
    register(
        "report_edition",
        with: { try prepared.get().workspace },
        { try $0.evaluate(edition: .halfYear(2014, 2)).items.count }
    )
}

/// A workspace of ten goals over one invented extract, written where files do not stay.
enum InventedWorkspace {
    static func written() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometer-benchmarks").path
        let indicators = (1...10).map(indicator).joined(separator: "\n")
        try FileWriting.write(
            [
                ("barometer.yml", settings), ("datasets.yml", datasets),
                ("indicators.yml", "indicators:\n" + indicators), ("styrke.csv", EvaluationCase.file()),
            ],
            into: folder
        )
        return folder
    }

    private static let settings = """
        title: {en: "Invented", da: "Opdigtet"}
        language: da
        figures: invented
        datasets: [datasets.yml]
        indicators: [indicators.yml]
        """

    private static let datasets = """
        datasets:
          styrke:
            title: {en: Invented labour force, da: Opdigtet arbejdsstyrke}
            source: {en: Invented, da: Opdigtet}
            extracts:
              - {file: styrke.csv, known: 2014H2}
            columns:
              HERKOMST: dimension
              STATUS: dimension
              TID: time
              INDHOLD: {role: measure, unit: count}
        """

    private static func indicator(_ number: Int) -> String {
        """
          goal_\(number):
            title: {en: Excess unemployment \(number), da: Overledighed \(number)}
            definition: {en: Invented, da: Opdigtet}
            theme: {en: Employment, da: Beskæftigelse}
            formula: >-
              gap(rate(styrke[HERKOMST=25|35, STATUS=LEDIG], styrke[HERKOMST=25|35, STATUS=STYRKE]),
              rate(styrke[HERKOMST=1, STATUS=LEDIG], styrke[HERKOMST=1, STATUS=STYRKE]))
            decimals: 1
            target:
              comparator: at most
              value: \(number).5
              baseline: {period: 2005H1}
              deadline: 2018H2
              adopted: {en: "Invented", da: "Opdigtet"}

        """
    }
}
