/// A place in a file as an editor and a spreadsheet show it.
public struct SourceLocation: Sendable, Hashable {
    /// The path as the user wrote it.
    public var path: String
    /// The physical line, from 1; nil where the fault concerns the whole file.
    public var line: Int?
    /// The character on the line, from 1.
    public var column: Int?
    /// The spreadsheet's name of the cell, such as `F482`, where the file is a table.
    public var cell: String?

    /// A place in a file, or the file as a whole.
    public init(path: String, line: Int? = nil, column: Int? = nil, cell: String? = nil) {
        precondition(line ?? 1 > 0 && column ?? 1 > 0, "lines and columns count from 1")
        self.path = path
        self.line = line
        self.column = column
        self.cell = cell
    }
}

/// A line of a file with a marked stretch, to be shown under a message.
public struct SourceExcerpt: Sendable, Hashable {
    /// The line without its line end.
    public var text: String
    /// The marked characters, counted from 1.
    public var marked: Range<Int>

    /// A line with a marked stretch.
    public init(text: String, marked: Range<Int>) {
        self.text = text
        self.marked = marked
    }
}

/// The spreadsheet's name for a cell: column 6 on row 482 is `F482`.
///
/// Both count from 1.
public func spreadsheetCell(column: Int, row: Int) -> String {
    precondition(column > 0 && row > 0, "columns and rows count from 1")
    var letters = ""
    var rest = column
    while rest > 0 {
        letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
        rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
}
