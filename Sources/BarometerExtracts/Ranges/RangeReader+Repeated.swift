import BarometerCore

/// The quick way: a record that begins like the one before needs only its last fields read.
extension RangeReader {
    /// Reads the records of a stretch of the window, each up to the left part's length by comparison.
    @inline(never)
    func readRepeated(_ bytes: Range<Int>) -> Outcome {
        let (leftCount, fieldCount) = (shape.leftCount, shape.fields.count)
        let (delimiter, quote, hasReturns) = (shape.delimiter, shape.quote, shape.hasCarriageReturns)
        guard case .value(let measure) = shape.fields[fieldCount - 1] else { return .refused }
        // Copies in locals: reading them from the object for each record would check for exclusive access each time.
        let (tables, codes) = (tables, codes)
        var scanner = ValueScanner(measures[measure], forms[fieldCount - 1], shape.markers)
        defer { (measures[measure], forms[fieldCount - 1]) = (scanner.state, scanner.forms) }
        var position = UnsafePointer(window + bytes.lowerBound)
        let limit = UnsafePointer(window + bytes.upperBound)
        var (leftStart, leftLength) = (left.start, left.length)
        if leftLength > 0 { beginRun(0, left.codes) }
        let values = values[fieldCount - 1]
        var row = 0
        while position < limit {
            // Nothing is compared or looked for from behind the window: a record may be shorter than its shape says.
            if leftLength == 0 || leftLength > limit - position
                || !LeftPart.areSame(position, leftStart, leftLength)
            {
                guard let length = readLeft(position, row, limit: limit) else { return .quoted }
                (leftStart, leftLength) = (position, length)
            }
            position += leftLength
            for field in leftCount..<fieldCount &- 1 {
                guard position < limit else { return .refused }
                let codes = codes[field]
                let last = row == 0 ? 0 : Int(codes[row &- 1])
                if let next = tables[field].expected(at: position, delimiter: delimiter, below: last) {
                    codes[row] = UInt32(truncatingIfNeeded: next.code)
                    position += next.length &+ 1
                    continue
                }
                guard let (code, length) = readLabel(field, at: position, below: last) else { return .quoted }
                codes[row] = UInt32(truncatingIfNeeded: code)
                position += length
            }
            guard position < limit else { return .refused }
            let word = UnsafeRawPointer(position).loadUnaligned(as: UInt64.self)
            let length = SeparatorIndex.first(0x0A, in: word)
            let isShort = length &- 1 < 7 && !hasReturns && UInt8(truncatingIfNeeded: word) != quote
            if isShort, length > 0,
                let value = scanner.value(word &<< UInt64(truncatingIfNeeded: (8 &- length) &* 8), length: length)
            {
                values[row] = value
                position += length &+ 1
                row &+= 1
                continue
            }
            guard let cell = lastCell(from: position) else { return .quoted }
            guard let value = scanner.value(before: cell.end, length: cell.length) else {
                return scanner.isRescaled ? .rescaled : .refused
            }
            position = cell.next
            values[row] = value
            row &+= 1
        }
        guard position == limit else { return .refused }
        left.keep(leftStart, length: leftLength)
        expandRuns(rows: row)
        return .read(rows: row)
    }

    /// The code of a label behind the left part, and how many bytes it takes with its separator; nil where it is broken.
    @inline(never)
    private func readLabel(_ field: Int, at start: UnsafePointer<UInt8>, below last: Int) -> (code: Int, length: Int)? {
        let isQuoted = start.pointee == shape.quote && shape.quote != 0
        let text = isQuoted ? start + 1 : start
        let length = SeparatorIndex.first(isQuoted ? shape.quote : shape.delimiter, from: text)
        guard !isQuoted || text[length + 1] == shape.delimiter else { return nil }
        let code = tables[field].code(at: text, length: length, below: last)
        return (code, length + (isQuoted ? 3 : 1))
    }

    /// The last field of a record without quotes and carriage return; nil where it is broken.
    @inline(never)
    private func lastCell(
        from start: UnsafePointer<UInt8>
    ) -> (end: UnsafePointer<UInt8>, length: Int, next: UnsafePointer<UInt8>)? {
        var length = SeparatorIndex.first(0x0A, from: start)
        let next = start + length + 1
        if shape.hasCarriageReturns {
            guard length > 0, start[length - 1] == 0x0D else { return nil }
            length -= 1
        }
        guard start.pointee == shape.quote, shape.quote != 0, length > 0 else { return (start + length, length, next) }
        guard length > 1, start[length - 1] == shape.quote else { return nil }
        return (start + length - 1, length - 2, next)
    }

    /// Looks up the leading fields of a record that begins otherwise than the one before; gives their length, or nil
    /// where they are no plain fields.
    @inline(never)
    private func readLeft(_ start: UnsafePointer<UInt8>, _ row: Int, limit: UnsafePointer<UInt8>) -> Int? {
        let (delimiter, quote) = (shape.delimiter, shape.quote)
        var position = start
        let count = shape.leftCount
        // The run of the window before ends where the first record begins otherwise.
        if row == 0 { (left.runStarts, left.runCodes) = ([], []) }
        let earlier = left.runCodes.count - count
        for field in 0..<count {
            guard position < limit else { return nil }
            var length: Int
            var skipped = 1
            if position.pointee == quote, quote != 0 {
                position += 1
                length = SeparatorIndex.first(quote, from: position)
                guard position[length + 1] == delimiter else { return nil }
                skipped = 2
            } else {
                length = SeparatorIndex.first(delimiter, from: position)
            }
            let last = earlier < 0 ? 0 : Int(left.runCodes[earlier + field])
            let code = tables[field].code(at: position, length: length, below: last)
            left.runCodes.append(UInt32(truncatingIfNeeded: code))
            position += length + skipped
        }
        left.runStarts.append(UInt32(truncatingIfNeeded: row))
        return position - start
    }

    private func beginRun(_ row: Int, _ codes: [UInt32]) {
        left.runStarts.append(UInt32(truncatingIfNeeded: row))
        left.runCodes += codes
    }

    /// Writes the codes of the left fields into every row of their runs.
    private func expandRuns(rows: Int) {
        let count = shape.leftCount
        let runs = left.runStarts.count
        left.runStarts.withUnsafeBufferPointer { starts in
            left.runCodes.withUnsafeBufferPointer { runCodes in
                for field in 0..<count {
                    let target = codes[field]
                    for run in 0..<runs {
                        let end = run + 1 < runs ? Int(starts[run + 1]) : rows
                        let code = runCodes[run * count + field]
                        for row in Int(starts[run])..<end { target[row] = code }
                    }
                }
            }
        }
    }
}
