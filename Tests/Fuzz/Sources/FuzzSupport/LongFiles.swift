import BarometerCore
import BarometerExtracts
import BarometerStore

/// Repeats the lines behind the first one until the file is long enough for the quick way, each with a number of its own,
/// and checks that the quick way gives what the careful way gives.
public func readLong(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 200, omittingEmptySubsequences: false)
    guard lines.count > 2, bytes.count < 4096 else { return }
    var text = Array("NR;".utf8) + lines[0] + [0x0A]
    var number = 0
    while text.count < 20_000, number < 8_000 {
        text += Array("n\(number);".utf8) + lines[1 + number % (lines.count - 1)] + [0x0A]
        number += 1
    }
    let source = InMemoryBytes(text)
    guard let careful = try? Extract.read(source, path: "long"),
        let reading = try? Extract.table(of: source, path: "long")
    else { return }
    guard let table = reading.table, let other = careful.table else {
        return require(reading.table == nil && careful.table == nil, "one way has a table, the other has not")
    }
    require(table.rowCount == other.rowCount, "other rows")
    require(
        table.dimensions.map { $0.entries.map(\.code) } == other.dimensions.map { $0.entries.map(\.code) },
        "other codes"
    )
    require(table.time?.labels == other.time?.labels && table.time?.periods == other.time?.periods, "other periods")
    for (measure, known) in zip(table.measures, other.measures) {
        require(measure.printedDecimals == known.printedDecimals, "other decimals")
        for row in 0..<table.rowCount {
            require(
                measure[row] == known[row] && measure.status(of: row) == known.status(of: row),
                "row \(row) has another value"
            )
        }
    }
}
