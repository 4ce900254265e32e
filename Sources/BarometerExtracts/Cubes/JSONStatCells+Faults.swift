import BarometerCore

/// Numbers of cells that contradict each other.
extension JSONStatCells {
    static func wrongCount(_ count: Int, _ value: JSONNode, shape: JSONStatShape, in text: JSONText) -> Diagnostic {
        let product = shape.dimensions.map { "\($0.categories.count)" }.joined(separator: " x ")
        let total = shape.cellCount.map { " = \($0)" } ?? ""
        return text.diagnostic(
            .cubeSize,
            LocalizedText(
                en: "\"value\" has \(count) values, the dimensions ask for \(product)\(total)",
                da: "\"value\" har \(count) værdier, dimensionerne kræver \(product)\(total)"
            ),
            at: value.range.lowerBound..<value.range.lowerBound + 1,
            hint: count < shape.cellCount ?? Int.max
                ? LocalizedText(
                    en: "fetch the file again, or write null for missing values",
                    da: "hent filen igen, eller skriv null for manglende værdier"
                )
                : LocalizedText(en: "fetch the file again", da: "hent filen igen")
        )
    }

    static func tooLarge(_ shape: JSONStatShape, in text: JSONText) -> Diagnostic {
        let product = shape.dimensions.map { "\($0.categories.count)" }.joined(separator: " x ")
        return text.diagnostic(
            .cubeSize,
            LocalizedText(
                en: "the dimensions ask for \(product) cells, more than the \(largestSparse) that are read",
                da: "dimensionerne kræver \(product) celler, flere end de \(largestSparse) der læses"
            ),
            at: shape.sizeRange,
            hint: LocalizedText(en: "fetch a smaller selection", da: "hent et mindre udvalg")
        )
    }

    static func noCells(_ shape: JSONStatShape, in text: JSONText) -> Diagnostic {
        let name = shape.dimensions.first { $0.categories.isEmpty }?.name ?? ""
        return text.diagnostic(
            .emptyFile,
            LocalizedText(
                en: "the dataset holds no cells, since dimension \"\(name)\" has no categories",
                da: "datasættet har ingen celler, da dimensionen \"\(name)\" ingen kategorier har"
            ),
            at: shape.sizeRange,
            hint: LocalizedText(
                en: "fetch a selection for which there are figures",
                da: "hent et udvalg som der findes tal for"
            )
        )
    }

    func wrongFlagCount(_ count: Int, _ status: JSONNode) -> Diagnostic {
        text.diagnostic(
            .cubeSize,
            LocalizedText(
                en: "\"status\" has \(count) flags for \(cells.count) cells",
                da: "\"status\" har \(count) flag til \(cells.count) celler"
            ),
            at: status.range.lowerBound..<status.range.lowerBound + 1,
            hint: LocalizedText(en: "fetch the file again", da: "hent filen igen")
        )
    }

    func noPosition(_ member: JSONMember) -> Diagnostic {
        text.diagnostic(
            .cubeSize,
            LocalizedText(
                en: "the key \"\(member.key)\" is no position of its own from 0 to \(cells.count - 1)",
                da: "nøglen \"\(member.key)\" er ikke en ledig position fra 0 til \(cells.count - 1)"
            ),
            at: member.keyRange,
            hint: LocalizedText(
                en: "fetch the file again, or number each cell once from 0",
                da: "hent filen igen, eller nummerér hver celle én gang fra 0"
            )
        )
    }
}
