import BarometerCore

/// The general way: the window's separators are found once, then one loop runs over each column.
extension RangeReader {
    /// Reads the records whose field ends are in `ends`, counted from `base`.
    func readIndexed(_ base: UnsafePointer<UInt8>, _ found: Int) -> Outcome {
        let fieldCount = shape.fields.count
        guard found % fieldCount == 0 else { return shape.quote == 0 ? .refused : .quoted }
        let rows = found / fieldCount
        for (position, field) in shape.fields.enumerated() {
            let outcome: Outcome =
                switch field {
                case .label, .ignored: readLabels(position, base, rows)
                case .value(let measure): readValues(position, of: measure, base, rows)
                case .blank: readBlanks(position, base, rows)
                }
            switch outcome {
            case .read: continue
            // Labels that were read already keep their codes when they are read once more.
            case .rescaled: return readIndexed(base, found)
            case .quoted, .refused: return outcome
            }
        }
        return .read(rows: rows)
    }

    /// The fields of a column among those of a window whose ends are known.
    ///
    /// Its pointers are those of the window and live as long as it is not filled anew.
    private struct FieldColumn {
        let base: UnsafePointer<UInt8>
        let ends: UnsafePointer<UInt32>
        let position: Int
        let fieldCount: Int
        let endByte: UInt8
        let dropsReturn: Bool
        let quote: UInt8

        init(_ reader: RangeReader, _ base: UnsafePointer<UInt8>, _ position: Int) {
            let shape = reader.shape
            let isLast = position == shape.fields.count - 1
            (self.base, self.position) = (base, position)
            ends = UnsafePointer(reader.ends)
            fieldCount = shape.fields.count
            endByte = isLast ? 0x0A : shape.delimiter
            dropsReturn = isLast && shape.hasCarriageReturns
            quote = shape.quote
        }

        /// The bytes of a field without quotes and carriage return; nil where it does not end as its place asks for, or
        /// its quotes do not.
        @inline(__always)
        func field(of row: Int) -> (start: Int, end: Int)? {
            let number = row &* fieldCount &+ position
            var end = Int(ends[number])
            var start = number == 0 ? 0 : Int(ends[number &- 1]) &+ 1
            guard base[end] == endByte else { return nil }
            if dropsReturn {
                guard end > start, base[end &- 1] == 0x0D else { return nil }
                end &-= 1
            }
            if base[start] == quote, quote != 0, end > start {
                guard end &- start >= 2, base[end &- 1] == quote else { return nil }
                start &+= 1
                end &-= 1
            }
            return (start, end)
        }

        /// What a field means that is not as it should be: quotes may have been overlooked, where there are any.
        var broken: Outcome { quote == 0 ? .refused : .quoted }
    }

    @inline(never)
    private func readLabels(_ position: Int, _ base: UnsafePointer<UInt8>, _ rows: Int) -> Outcome {
        let (column, codes, table) = (FieldColumn(self, base, position), codes[position], tables + position)
        var last = 0
        for row in 0..<rows {
            guard let field = column.field(of: row) else { return column.broken }
            last = table.pointee.code(at: base + field.start, length: field.end &- field.start, below: last)
            codes[row] = UInt32(truncatingIfNeeded: last)
        }
        return .read(rows: rows)
    }

    @inline(never)
    private func readValues(_ position: Int, of measure: Int, _ base: UnsafePointer<UInt8>, _ rows: Int) -> Outcome {
        let (column, values) = (FieldColumn(self, base, position), values[position])
        var scanner = ValueScanner(measures[measure], forms[position], shape.markers)
        defer { (measures[measure], forms[position]) = (scanner.state, scanner.forms) }
        for row in 0..<rows {
            guard let field = column.field(of: row) else { return column.broken }
            guard let value = scanner.value(before: base + field.end, length: field.end &- field.start) else {
                return scanner.isRescaled ? .rescaled : .refused
            }
            values[row] = value
        }
        return .read(rows: rows)
    }

    private func readBlanks(_ position: Int, _ base: UnsafePointer<UInt8>, _ rows: Int) -> Outcome {
        let column = FieldColumn(self, base, position)
        for row in 0..<rows {
            guard let field = column.field(of: row), field.start == field.end else { return .refused }
        }
        return .read(rows: rows)
    }
}
