/// The keywords of the PX file format, editions 2000 to 2013, with the extensions that offices write.
enum PXKeyword {
    static let known: Set<String> = [
        "AGGREGALLOWED", "ATTRIBUTE-ID", "ATTRIBUTE-TEXT", "ATTRIBUTES", "AUTOPEN", "AXIS-VERSION", "BASEPERIOD",
        "CELLNOTE", "CELLNOTEX", "CFPRICES", "CHARSET", "CODEPAGE", "CODES", "CONFIDENTIAL", "CONTACT", "CONTENTS",
        "CONTVARIABLE", "COPYRIGHT", "CREATION-DATE", "DATA", "DATABASE", "DATANOTE", "DATANOTECELL", "DATANOTESUM",
        "DATASYMBOL1", "DATASYMBOL2", "DATASYMBOL3", "DATASYMBOL4", "DATASYMBOL5", "DATASYMBOL6", "DATASYMBOLNIL",
        "DATASYMBOLSUM", "DAYADJ", "DECIMALS", "DEFAULT-GRAPH", "DESCRIPTION", "DESCRIPTIONDEFAULT", "DIRECTORY-PATH",
        "DOMAIN", "DOUBLECOLUMN", "ELIMINATION", "FIRST-PUBLISHED", "HEADING", "HIERARCHIES", "HIERARCHYLEVELS",
        "HIERARCHYLEVELSOPEN", "HIERARCHYNAMES", "INFO", "INFOFILE", "KEYS", "LANGUAGE", "LANGUAGES", "LAST-UPDATED",
        "LINK", "MAP", "MATRIX", "META-ID", "NEXT-UPDATE", "NOTE", "NOTEX", "OFFICIAL-STATISTICS", "PARTITIONED",
        "PRECISION", "PRESTEXT", "PX-SERVER", "REFPERIOD", "ROUNDING", "SEASADJ", "SHOWDECIMALS", "SOURCE", "STOCKFA",
        "STUB", "SUBJECT-AREA", "SUBJECT-CODE", "SURVEY", "SYNONYMS", "TABLEID", "TIMEVAL", "TITLE", "UNITS",
        "UPDATE-FREQUENCY", "VALUENOTE", "VALUENOTEX", "VALUES", "VARIABLE-TYPE", "VARIABLECODE",
    ]

    /// The keywords that decide what the cells are; a second one with the same key contradicts the first.
    static let structural: Set<String> = [
        "CODES", "CONTVARIABLE", "HEADING", "KEYS", "LANGUAGE", "STUB", "TIMEVAL", "VALUES", "VARIABLECODE",
    ]

    /// Whether an entry with a known keyword begins here: the keyword, then `=`, `[` or `("`.
    ///
    /// Asked at the start of a line, it tells where a text or an entry was left open.
    static func begins(in bytes: [UInt8], at start: Int) -> Bool {
        var end = start
        while end < bytes.count, end - start <= 20, PXByte.isKeyword(bytes[end]) { end += 1 }
        guard end < bytes.count, end - start <= 20 else { return false }
        switch bytes[end] {
        case PXByte.equals, UInt8(ascii: "["): break
        case UInt8(ascii: "("):
            guard end + 1 < bytes.count, bytes[end + 1] == PXByte.quote else { return false }
        default: return false
        }
        return known.contains(String(decoding: bytes[start..<end], as: UTF8.self))
    }
}
