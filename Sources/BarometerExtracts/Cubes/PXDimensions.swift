import BarometerCore

/// Makes the dimensions of a cube from the variables of a PX file.
struct PXDimensions {
    private(set) var dimensions: [Cube.Dimension] = []
    /// The variable whose values are measures, where the file has one.
    let contents: Int?
    private let header: PXHeader

    /// Names the dimensions, gives each its role, and its categories their codes.
    ///
    /// Names or codes that two share are told.
    init(_ variables: [PXVariable], header: PXHeader, bag: inout DiagnosticBag) {
        self.header = header
        let measures = header.entry("CONTVARIABLE")?.values.first?.text
        let contents = variables.firstIndex { $0.main == measures }
        self.contents = contents
        let time = PXTime(among: variables, header: header, contents: contents)
        for (position, variable) in variables.enumerated() {
            let isTime = position == time?.position
            let codes = (isTime ? time?.codes(of: variable) : nil) ?? variable.keys
            let dimension = Cube.Dimension(
                name: header.localized("VARIABLECODE", main: variable.main, local: variable.local) ?? variable.local,
                label: variable.local,
                role: isTime ? .time : position == contents ? .contents : .ordinary,
                categories: zip(codes, variable.labels).map { Cube.Category(code: $0, label: $1) },
                totalCode: totalCode(of: variable, codes: codes, bag: &bag)
            )
            tellRepeats(of: dimension, variable, bag: &bag)
            dimensions.append(dimension)
        }
    }

    /// The code of the value that ELIMINATION names; `YES` names none.
    private func totalCode(of variable: PXVariable, codes: [String], bag: inout DiagnosticBag) -> String? {
        guard let entry = header.entry("ELIMINATION", variable.main), let value = entry.values.first else { return nil }
        if let position = variable.values.firstIndex(of: value.text) ?? variable.keys.firstIndex(of: value.text) {
            return codes[position]
        }
        guard value.isQuoted, !["", "YES", "NO"].contains(value.text.uppercased()) else { return nil }
        bag.add(.unknownCode, severity: .warning, path: header.text.path, group: "ELIMINATION") {
            header.text.fault(
                .unknownCode,
                en: "\(entry.name) names \"\(value.text)\", which is no value of the variable; it has no total now",
                da: "\(entry.name) nævner \"\(value.text)\", som ikke er en værdi af variablen; den har nu ingen total",
                at: value.range,
                hint: pxNearestName(to: value.text, among: variable.values).map {
                    LocalizedText(en: "write \"\($0)\" if that is meant", da: "skriv \"\($0)\" hvis det er meningen")
                }
                    ?? LocalizedText(
                        en: "name one of the values, or write YES",
                        da: "nævn en af værdierne, eller skriv YES"
                    )
            )
        }
        return nil
    }

    private func tellRepeats(of dimension: Cube.Dimension, _ variable: PXVariable, bag: inout DiagnosticBag) {
        if dimensions.contains(where: { $0.name == dimension.name }) {
            bag.add(.duplicateColumn, path: header.text.path, group: "") {
                header.text.fault(
                    .duplicateColumn,
                    en: "two variables have the code \"\(dimension.name)\"",
                    da: "to variable har koden \"\(dimension.name)\"",
                    at: (header.entry("VARIABLECODE", variable.main) ?? header.entry("VALUES", variable.main))?.range
                        ?? 0..<0,
                    hint: LocalizedText(
                        en: "give one of them another VARIABLECODE",
                        da: "giv den ene en anden VARIABLECODE"
                    )
                )
            }
        }
        // Codes as they stand were compared before; here two periods may have become one without their sign.
        var seen: Set<String> = []
        for category in dimension.categories where !seen.insert(category.code).inserted {
            bag.add(.duplicateKey, path: header.text.path, group: variable.main) {
                header.text.fault(
                    .duplicateKey,
                    en: "two values of \"\(variable.main)\" are the period \(category.code)",
                    da: "to værdier af \"\(variable.main)\" er perioden \(category.code)",
                    at: header.entry("VALUES", variable.main)?.range ?? 0..<0,
                    hint: LocalizedText(
                        en: "remove one of them with its cells",
                        da: "fjern den ene sammen med dens celler"
                    )
                )
            }
        }
    }
}
