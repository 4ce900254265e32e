import BarometerCore
import BarometerStore
import Testing

import BarometerExtracts

/// `formats.md` 0.6 and 14.
@Suite("Conventions: encodings and names")
struct EncodingConventionTests {
    private static let text = "OMRÅDE\tTID\tINDHOLD\r\nKøbenhavn 𝄞\t2023\t5\r\n"

    /// The bytes of a text in UTF-16 with a mark in front.
    private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return littleEndian ? [low, high] : [high, low]
        }
    }

    @Test("Excel's Unicode text: UTF-16 with a mark, either way round", arguments: [true, false])
    func utf16(_ littleEndian: Bool) throws {
        let extract = try read(
            bytes: EncodingConventionTests.utf16(EncodingConventionTests.text, littleEndian: littleEndian)
        )
        #expect(extract.summary.encoding == (littleEndian ? .utf16LittleEndian : .utf16BigEndian))
        #expect(extract.summary.format == .tsv && extract.summary.dialect?.newline == .crlf)
        #expect(extract.names == ["OMRÅDE", "TID", "INDHOLD"])
        #expect(extract.rows == [["København 𝄞", "2023", "5"]])
        #expect(try extract.values == [5])
    }

    @Test("ISO-8859-1: all Danish letters, and what Windows-1252 adds")
    func latin1() throws {
        let head = Array("NAVN;TID;INDHOLD\n".utf8)
        let name: [UInt8] = [0xE6, 0xF8, 0xE5, 0xC6, 0xD8, 0xC5, 0x20, 0x96, 0x20, 0x80]
        let extract = try read(bytes: head + name + Array(";2023;5\n".utf8))
        #expect(extract.summary.encoding == .windows1252)
        #expect(extract.rows == [["æøåÆØÅ – €", "2023", "5"]])
        #expect(extract.codes == [])
    }

    @Test("one letter on the last line decides, for the whole file is looked at")
    func lateLetter() throws {
        let head = Array("NAVN;TID;INDHOLD\n".utf8)
        let plain = (0..<3000).flatMap { Array("Sted \($0);2023;1\n".utf8) }
        let latin1 = try read(bytes: head + plain + [0xD8] + Array("rsted;2023;1\n".utf8))
        #expect(latin1.summary.encoding == .windows1252 && latin1.rows.last?[0] == "Ørsted")
        let utf8 = try read(bytes: head + plain + Array("Ørsted;2023;1\n".utf8))
        #expect(utf8.summary.encoding == .utf8 && utf8.rows.last?[0] == "Ørsted")
    }

    @Test("letters in ASCII count as UTF-8, and a mark is told")
    func plain() throws {
        let text = "A;TID;INDHOLD\nx;2023;5\n"
        #expect(try read(text).summary.encoding == .utf8)
        let marked = try read("\u{FEFF}" + text)
        #expect(marked.summary.encoding == .utf8WithMark && marked.names == ["A", "TID", "INDHOLD"])
    }

    @Test(
        "mojibake and lost letters are told with their place and stay as they are",
        arguments: ["KÃ¸benhavn", "K\u{FFFD}benhavn"]
    )
    func damaged(_ name: String) throws {
        let extract = try read("NAVN;TID;INDHOLD\nAarhus;2023;4\n\(name);2023;5\n\(name);2024;6\n")
        let warning = try #require(extract.diagnostics.first)
        #expect(extract.codes == [.damagedText] && warning.severity == .warning && warning.count == 2)
        #expect(warning.location?.line == 3 && warning.location?.column == 1 && warning.location?.cell == "A3")
        #expect(try extract.entries("NAVN") == ["Aarhus", name, name])
    }

    @Test("mojibake in the heading is told")
    func damagedHeading() throws {
        let extract = try read("OMRÃ…DE;TID;INDHOLD\nx;2023;5\n")
        #expect(extract.codes == [.damagedText])
        #expect(extract.names[0] == "OMRÃ…DE")
    }

    @Test("a broken byte among many letters of UTF-8 is damage and no other encoding")
    func brokenByte() throws {
        let good = Array(
            "NAVN;TID;INDHOLD\nKøbenhavn;2023;5\nTårnby;2023;6\nRødovre;2023;6\nHøje-Taastrup;2023;7\nBr".utf8
        )
        let extract = try read(bytes: good + [0xF8] + Array("ndby;2023;8\n".utf8))
        #expect(extract.summary.encoding == .utf8 && extract.codes == [.damagedText])
        #expect(extract.rows[0][0] == "København" && extract.rows[4][0] == "Br\u{FFFD}ndby")
    }

    @Test("what is said overrides what is found")
    func forced() throws {
        let extract = try read("NAVN;TID;INDHOLD\nKøbenhavn;2023;5\n", options: ExtractOptions(encoding: .windows1252))
        #expect(extract.rows[0][0] == "KÃ¸benhavn" && extract.codes == [.damagedText])
    }

    @Test("å as one letter and as a with a ring are one name: columns, codelists and marks")
    func composed() throws {
        let schema = ExtractSchema(
            columns: [
                ExtractSchema.Column(
                    name: "OMRÅDE",
                    role: .dimension,
                    codelist: Codelist(id: "o", items: [Codelist.Item(code: "Tårnby", label: LocalizedText("Tårnby"))])
                ),
                ExtractSchema.Column(name: "TID", role: .time),
                ExtractSchema.Column(name: "INDHOLD", role: .measure),
            ],
            markers: ["på vej": .notYetAvailable]
        )
        let extract = try read(
            "OMRA\u{30A}DE;TID;INDHOLD\nTa\u{30A}rnby;2022;5\nTårnby;2023;pa\u{30A} vej\n",
            schema: schema
        )
        #expect(extract.codes == [.markersRead])
        #expect(extract.summary.columns[0].distinct == 1)
        #expect(try extract.statuses == [.normal, .notYetAvailable])
        let table = try #require(extract.table)
        let place = try table.selection(of: "OMRÅDE", values: ["Ta\u{30A}rnby"])
        #expect(try table.answer(to: TableQuery(selections: [place])).lines.map(\.sum) == [5, nil])
    }
}
