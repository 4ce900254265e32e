import BarometerCore

extension Table {
    /// What was known on a day: of each key and period the row with the latest vintage up to that day.
    ///
    /// Rows of one key, period and vintage all stay (they are duplicates, which loading refuses within a file). Without
    /// a day everything is known, and the latest vintage of each observation is taken. A table without vintages comes
    /// back as it is. Linear in the rows, in the order of the table; codes and periods that lose their rows stay.
    public func known(on day: CalendarDay?) -> Table {
        guard let vintages else { return self }
        var latest: [ObservationKey: CalendarDay] = [:]
        var candidates: [(row: Int, key: ObservationKey, day: CalendarDay)] = []
        for row in 0..<rowCount {
            let known = vintages.vintages[vintages.codes[row]].day(for: time?.period(of: row))
            let vintage = known ?? CalendarDay(number: Int(Int32.min))
            if let day, vintage > day { continue }
            let key = key(of: row)
            latest[key] = max(latest[key] ?? vintage, vintage)
            candidates.append((row, key, vintage))
        }
        return gathering(candidates.filter { latest[$0.key] == $0.day }.map(\.row))
    }

    /// The dimension codes and the period of a row.
    package func key(of row: Int) -> ObservationKey {
        ObservationKey(codes: dimensions.map { $0.codes[row] }, period: time?.period(of: row))
    }
}

/// What an observation is about: its codes in each dimension and its period.
package struct ObservationKey: Hashable {
    package var codes: [Int]
    package var period: Period?
}

extension Table {
    /// The days on which rows of the table became known, from early to late; empty without vintages.
    ///
    /// A vintage without a day counts from the end of each period, which is how `known(on:)` takes it; then there may be
    /// days among them on which no row became known. Linear in the vintages and periods, whatever the rows.
    package var vintageDays: [CalendarDay] {
        guard let vintages else { return [] }
        let days = vintages.vintages.flatMap { vintage in
            vintage.day(for: nil).map { [$0] } ?? (time?.periods ?? []).compactMap { vintage.day(for: $0) }
        }
        return Set(days).sorted()
    }
}
