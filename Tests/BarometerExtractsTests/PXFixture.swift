import BarometerCore

import BarometerExtracts

/// A small PX file with some entries replaced, and what the reader makes of it.
struct PXFixture {
    let cube: Cube?
    let encoding: Encoding?
    let languages: [String]?
    let diagnostics: [Diagnostic]

    /// Reads a file as it stands.
    init(_ bytes: [UInt8], encoding: Encoding? = nil, language: String? = nil) {
        var bag = DiagnosticBag()
        let result = PXReader.read(bytes, path: "x.px", encoding: encoding, language: language, bag: &bag)
        cube = result?.cube
        self.encoding = result?.encoding
        languages = result?.languages
        diagnostics = bag.diagnostics
    }

    /// Reads a file as it stands.
    init(_ text: String, encoding: Encoding? = nil, language: String? = nil) {
        self.init(Array(text.utf8), encoding: encoding, language: language)
    }

    /// Two regions by two years, with further entries and other cells.
    static func table(_ entries: String = "", data: String = "1 2\n3 4\n;\n") -> PXFixture {
        PXFixture(head + entries + "DATA=\n" + data)
    }

    /// The entries of `table`: nine lines.
    static let head = """
        CHARSET="ANSI";
        LANGUAGE="en";
        TITLE="Persons by region and time";
        STUB="region";
        HEADING="time";
        VALUES("region")="Total","Moss";
        VALUES("time")="2023","2024";
        CODES("region")="0","3002";
        UNITS="persons";

        """

    /// The number and text of each diagnostic, `D104 1:5`, in order.
    var faults: [String] {
        diagnostics.map { diagnostic in
            let place = [diagnostic.location?.line, diagnostic.location?.column].compactMap { $0.map(String.init) }
            return ([diagnostic.code.rawValue] + (place.isEmpty ? [] : [place.joined(separator: ":")]))
                .joined(separator: " ")
        }
    }

    /// The cells as short texts: a number, with its status where that is not normal, or the status alone.
    var cells: [String]? {
        cube?.cells.map { cell in
            switch cell {
            case .number(let number, .normal): "\(number.digits)/\(number.decimals)"
            case .number(let number, let status): "\(number.digits)/\(number.decimals) \(status)"
            case .double(let value, let status): "\(value) \(status)"
            case .missing(let status): "\(status)"
            }
        }
    }

    /// The codes of a dimension.
    func codes(_ name: String) -> [String]? {
        cube?.dimensions.first { $0.name == name }?.categories.map(\.code)
    }

    /// The labels of a dimension.
    func labels(_ name: String) -> [String]? {
        cube?.dimensions.first { $0.name == name }?.categories.map(\.label)
    }

    /// The name of the time dimension.
    var time: String? { cube?.dimensions.first { $0.role == .time }?.name }
}
