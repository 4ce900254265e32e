import BarometerCore

/// How many cells a PX file declares.
struct PXShape {
    /// The number of values of each variable, in the order in which the cells run.
    let counts: [Int]
    /// The product of the counts.
    let cellCount: Int
    /// The product of the counts of HEADING: how many cells stand behind the keys of a row.
    let rowLength: Int

    /// The shape of the variables; nil where the number of cells exceeds 64 bits.
    init?(_ variables: [PXVariable]) {
        counts = variables.map(\.values.count)
        guard let cellCount = PXShape.product(counts),
            let rowLength = PXShape.product(variables.filter { !$0.isInStub }.map(\.values.count))
        else { return nil }
        self.cellCount = cellCount
        self.rowLength = rowLength
    }

    private static func product(_ counts: [Int]) -> Int? {
        counts.reduce(1) { (product: Int?, count) in
            product.flatMap { product in
                let (result, overflow) = product.multipliedReportingOverflow(by: count)
                return overflow ? nil : result
            }
        }
    }

    /// The product as it is reckoned, `2 × 3 × 4 = 24`.
    var reckoning: String {
        counts.count > 1 ? counts.map(String.init).joined(separator: " × ") + " = \(cellCount)" : "\(cellCount)"
    }
}
