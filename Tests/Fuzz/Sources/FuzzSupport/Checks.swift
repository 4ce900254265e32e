import BarometerCore
import BarometerExtracts

/// Stops the run with a reason, so that libFuzzer keeps the input.
public func require(_ condition: Bool, _ reason: @autoclosure () -> String) {
    if !condition { fatalError(reason()) }
}

/// The bytes that libFuzzer hands over; they are only valid during the call.
public func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
}

/// Reads a file and checks what is promised of every file: no fault without an error, no cell lost on the way out.
///
/// nil where the file is refused.
@discardableResult
public func read(
    _ bytes: [UInt8],
    schema: ExtractSchema? = nil,
    options: ExtractOptions = ExtractOptions()
) -> Extract? {
    do {
        let extract = try Extract.read(InMemoryBytes(bytes), path: "fuzz", schema: schema, options: options)
        check(extract)
        return extract
    } catch let error as ExtractError {
        require(error.diagnostics.contains { $0.severity == .error }, "refused without an error")
        return nil
    } catch {
        fatalError("another error than ExtractError: \(error)")
    }
}

/// Declares a file as what it was taken for, and reads it once more as a dataset.
public func readDeclared(_ bytes: [UInt8], as extract: Extract) {
    let columns = extract.summary.columns
    guard extract.table != nil, Set(columns.map(\.name)).count == columns.count else { return }
    read(
        bytes,
        schema: ExtractSchema(
            columns: columns.map { ExtractSchema.Column(name: $0.name, role: $0.role) },
            layout: extract.summary.layout == "wide" ? .wide(dimension: "column", measure: "value") : .long
        )
    )
}

private func check(_ extract: Extract) {
    let summary = extract.summary
    let hasErrors = extract.diagnostics.contains { $0.severity == .error }
    require(!hasErrors || extract.table == nil, "a table in spite of an error")
    require((0...summary.recordsRead).contains(summary.recordsAccepted), "more records accepted than read")
    if let table = extract.table {
        require(table.rowCount == summary.observations, "rows and observations differ")
        require(table.measures.allSatisfy { $0.count == table.rowCount }, "a measure of another length")
    }
    if let time = summary.time {
        check(time.first)
        check(time.last)
    }
    let widths = fieldCounts(of: extract.cellsAsCSV)
    require(Set(widths).count <= 1, "cellsAsCSV has records of different lengths: \(Set(widths).sorted())")
}

/// The number of fields of each record by RFC 4180, with none of the engine's own code.
private func fieldCounts(of text: String) -> [Int] {
    var counts: [Int] = []
    var (fields, isQuoted) = (1, false)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""): isQuoted.toggle()
        case UInt8(ascii: ",") where !isQuoted: fields += 1
        case UInt8(ascii: "\n") where !isQuoted:
            counts.append(fields)
            fields = 1
        default: break
        }
    }
    require(!isQuoted, "cellsAsCSV ends inside quotes")
    return counts
}

/// A period has a beginning and an end, parts within its year, and a description that is read as the same period.
public func check(_ period: Period) {
    require(period.length >= 1, "a period without a length")
    require(period.firstDay <= period.lastDay, "\(period) ends before it begins")
    require(period.part >= 1 && period.part <= 366, "\(period) is part \(period.part) of its year")
    require((-1...9999).contains(period.year), "\(period) lies in the year \(period.year)")
    let again = Period(parsing: period.description)
    require(again == period, "\(period) is read as \(again.map(\.description) ?? "no period")")
}
