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

    /// The bytes of a field without quotes and carriage return; nil where it ends otherwise than its place asks for.
    @inline(__always)
    static func field(
        _ number: Int,
        in base: UnsafePointer<UInt8>,
        _ ends: UnsafePointer<UInt32>,
        endByte: UInt8,
        dropsReturn: Bool,
        quote: UInt8
    ) -> (start: Int, end: Int, isBroken: Bool)? {
        var end = Int(ends[number])
        var start = number == 0 ? 0 : Int(ends[number &- 1]) &+ 1
        guard base[end] == endByte else { return nil }
        if dropsReturn {
            guard end > start, base[end &- 1] == 0x0D else { return nil }
            end &-= 1
        }
        if base[start] == quote, quote != 0, end > start {
            guard end &- start >= 2, base[end &- 1] == quote else { return (start, end, true) }
            start &+= 1
            end &-= 1
        }
        return (start, end, false)
    }

    @inline(never)
    private func readLabels(_ position: Int, _ base: UnsafePointer<UInt8>, _ rows: Int) -> Outcome {
        let (ends, codes, table) = (UnsafePointer(ends), codes[position], tables + position)
        let (fieldCount, quote) = (shape.fields.count, shape.quote)
        let isLast = position == fieldCount - 1
        let endByte = isLast ? 0x0A : shape.delimiter
        let dropsReturn = isLast && shape.hasCarriageReturns
        var last = 0
        var number = position
        for row in 0..<rows {
            guard
                let field = RangeReader.field(
                    number,
                    in: base,
                    ends,
                    endByte: endByte,
                    dropsReturn: dropsReturn,
                    quote: quote
                )
            else { return quote == 0 ? .refused : .quoted }
            if field.isBroken { return .quoted }
            last = table.pointee.code(at: base + field.start, length: field.end &- field.start, below: last)
            codes[row] = UInt32(truncatingIfNeeded: last)
            number &+= fieldCount
        }
        return .read(rows: rows)
    }

    @inline(never)
    private func readValues(_ position: Int, of measure: Int, _ base: UnsafePointer<UInt8>, _ rows: Int) -> Outcome {
        let (ends, values) = (UnsafePointer(ends), values[position])
        let (fieldCount, quote) = (shape.fields.count, shape.quote)
        let isLast = position == fieldCount - 1
        let endByte = isLast ? 0x0A : shape.delimiter
        let dropsReturn = isLast && shape.hasCarriageReturns
        var scanner = ValueScanner(measures[measure], forms[position], shape.markers)
        defer { (measures[measure], forms[position]) = (scanner.state, scanner.forms) }
        var number = position
        for row in 0..<rows {
            guard
                let field = RangeReader.field(
                    number,
                    in: base,
                    ends,
                    endByte: endByte,
                    dropsReturn: dropsReturn,
                    quote: quote
                )
            else { return quote == 0 ? .refused : .quoted }
            if field.isBroken { return .quoted }
            guard let value = scanner.value(before: base + field.end, length: field.end &- field.start) else {
                return scanner.isRescaled ? .rescaled : .refused
            }
            values[row] = value
            number &+= fieldCount
        }
        return .read(rows: rows)
    }

    private func readBlanks(_ position: Int, _ base: UnsafePointer<UInt8>, _ rows: Int) -> Outcome {
        let fieldCount = shape.fields.count
        let isLast = position == fieldCount - 1
        for row in 0..<rows {
            let field = RangeReader.field(
                row * fieldCount + position,
                in: base,
                UnsafePointer(ends),
                endByte: isLast ? 0x0A : shape.delimiter,
                dropsReturn: isLast && shape.hasCarriageReturns,
                quote: 0
            )
            guard let field, field.start == field.end else { return .refused }
        }
        return .read(rows: rows)
    }
}
