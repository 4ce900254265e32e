extension StatisticsFile {
    /// The bytes of the file in a form.
    public func bytes(_ form: Form, seed: UInt64 = 20_240_601) -> [UInt8] {
        var writer = Writer(quotes: form == .quoted, newline: form == .crlf ? "\r\n" : "\n")
        var values = Values(seed: seed)
        let left = leftParts()
        let months = (0..<months).map(StatisticsFile.month)
        let header = ["OMRÅDE", "HERKOMST", "ALDER", "KØN"]
        writer.write(header + (form == .wide ? months : ["TID", "INDHOLD"]))
        switch form {
        case .nested, .quoted, .crlf:
            for (area, part) in areaAndLeft(left) {
                for month in months { writer.write(part + [month, values.next(size: area)]) }
            }
        case .wide:
            for (area, part) in areaAndLeft(left) { writer.write(part + months.map { _ in values.next(size: area) }) }
        case .scattered:
            let step = scatteringStep
            var position = 0
            for _ in 0..<rows {
                position = (position + step) % rows
                let (rest, area) = position.quotientAndRemainder(dividingBy: areas)
                let (part, month) = rest.quotientAndRemainder(dividingBy: months.count)
                writer.write([self.area(area)] + left[part] + [months[month], values.next(size: area)])
            }
        }
        return writer.bytes
    }

    /// Origin, age and sex of each row, without area and month.
    private func leftParts() -> [[String]] {
        StatisticsFile.origins.flatMap { origin in
            (0..<ages).flatMap { age in
                StatisticsFile.sexes.map { [origin, StatisticsFile.ageLabel(self.age(age)), $0] }
            }
        }
    }

    private func areaAndLeft(_ left: [[String]]) -> [(area: Int, part: [String])] {
        (0..<areas).flatMap { area in left.map { (area, [self.area(area)] + $0) } }
    }

    /// A step through all rows that meets each once and never the same area twice in a row.
    private var scatteringStep: Int {
        var step = Int(Double(rows) * 0.618_033_988_749_894_9) | 1
        while greatestCommonDivisor(step, rows) != 1 || step.isMultiple(of: areas) { step += 2 }
        return step
    }
}

private func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : greatestCommonDivisor(second, first % second)
}

/// Texts of values: 84 % whole numbers, 14 % with one or two decimals, 2 % missing.
private struct Values {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// A value of the size that the area has.
    mutating func next(size area: Int) -> String {
        let centre = 8 << (area % 12)
        let whole = Int.random(in: 1...2 * centre, using: &generator)
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<2: return ".."
        case 2..<86: return "\(whole)"
        case 86..<96: return "\(whole),\(Int.random(in: 0...9, using: &generator))"
        default: return "\(whole),\(Int.random(in: 10...99, using: &generator))"
        }
    }
}

/// Writes records with semicolons between the fields.
private struct Writer {
    let quotes: Bool
    let newline: String
    private(set) var bytes: [UInt8] = []

    init(quotes: Bool, newline: String) {
        self.quotes = quotes
        self.newline = newline
    }

    mutating func write(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ";")) }
            if quotes { bytes.append(UInt8(ascii: "\"")) }
            bytes += field.utf8
            if quotes { bytes.append(UInt8(ascii: "\"")) }
        }
        bytes += newline.utf8
    }
}
