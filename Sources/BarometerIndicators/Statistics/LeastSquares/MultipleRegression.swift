/// A least-squares fit on a constant and a few explaining columns, such as time and a seasonal dummy.
///
/// The columns are centred and brought to a triangle by Householder reflections (Golub and Van Loan), which keeps all
/// digits where sums of squares would lose half of them.
package struct MultipleRegression: Sendable {
    /// An estimate with its error.
    package struct Coefficient: Sendable, Hashable {
        /// The change of the response a unit of the column, the other columns held fixed.
        package let value: Double
        /// The standard error; nil where no degrees of freedom are left.
        package let standardError: Double?
        /// Value over standard error; nil where there is no error to divide by.
        package var t: Double? { standardError.flatMap { $0 > 0 ? value / $0 : nil } }
    }

    /// The value where all columns are 0.
    package let constant: Coefficient
    /// One coefficient a column, in the order given.
    package let slopes: [Coefficient]
    /// Points less columns less one for the constant.
    package let degreesOfFreedom: Int
    /// The sum of squared residuals; exactly 0 where they are no more than the rounding of the sums.
    package let residualSquares: Double
    /// The share of the variation of the response that is explained; nil where it does not vary.
    package let determination: Double?

    /// The fit of a response on a constant and the columns, all of one length.
    ///
    /// nil where it is singular: fewer points than unknowns, a column that does not vary, or one that the others give.
    package init?(_ columns: [[Double]], response: [Double]) {
        precondition(columns.allSatisfy { $0.count == response.count }, "a column has a value for every response")
        let (rows, width) = (response.count, columns.count)
        guard rows > width else { return nil }

        // All columns and the response stand behind one another, each centred on its mean.
        var matrix = [Double](repeating: 0, count: rows * (width + 1))
        var means = [Double](repeating: 0, count: width + 1)
        for column in 0...width {
            let values = column < width ? columns[column] : response
            let mean = values[0] + values.reduce(0) { $0 + ($1 - values[0]) } / Double(rows)
            means[column] = mean
            for row in 0..<rows { matrix[column * rows + row] = values[row] - mean }
        }
        let total = MultipleRegression.squares(matrix[(width * rows)...])
        guard let triangle = MultipleRegression.reflect(&matrix, rows: rows, width: width, means: means) else {
            return nil
        }

        degreesOfFreedom = rows - width - 1
        let largest = response.reduce(0) { max($0, $1.magnitude) }
        let noise = 8 * Double.ulpOfOne * largest
        let left = MultipleRegression.squares(matrix[(width * rows + width)...])
        residualSquares = degreesOfFreedom == 0 || left <= Double(rows) * noise * noise ? 0 : left
        determination = total > 0 ? 1 - residualSquares / total : nil
        let variance = degreesOfFreedom > 0 ? residualSquares / Double(degreesOfFreedom) : nil

        var slopes: [Coefficient] = []
        // The mean of the response and the slopes are uncorrelated; what the means add is a sum of squares by column.
        var constantSquares = 1 / Double(rows)
        var constantValue = means[width]
        for k in 0..<width {
            // Row k of the inverse triangle gives the estimate and the root of its variance.
            var (value, squares) = (0.0, 0.0)
            for j in k..<width {
                value += triangle[k * width + j] * matrix[width * rows + j]
                squares += triangle[k * width + j] * triangle[k * width + j]
            }
            constantValue -= value * means[k]
            slopes.append(Coefficient(value: value, standardError: variance.map { ($0 * squares).squareRoot() }))
        }
        for j in 0..<width {
            let along = (0...j).reduce(0) { $0 + means[$1] * triangle[$1 * width + j] }
            constantSquares += along * along
        }
        constant = Coefficient(
            value: constantValue,
            standardError: variance.map { ($0 * constantSquares).squareRoot() }
        )
        self.slopes = slopes
    }

    /// The two-sided p value of a coefficient against 0, by Student's t; nil where there is no t.
    package func p(of coefficient: Coefficient) -> Double? {
        coefficient.t.map { StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom)).twoSided($0) }
    }

    /// Where a true coefficient lies with the confidence given; nil where no degrees of freedom are left.
    package func interval(of coefficient: Coefficient, confidence: Double) -> Interval? {
        coefficient.standardError.map {
            let student = StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom))
            let reach = student.criticalValue(confidence: confidence) * $0
            return Interval(lower: coefficient.value - reach, upper: coefficient.value + reach)
        }
    }

    /// The value of the fit for one value a column.
    package func value(at row: [Double]) -> Double {
        precondition(row.count == slopes.count, "a row has a value for every column")
        return zip(slopes, row).reduce(constant.value) { $0 + $1.0.value * $1.1 }
    }

    /// A column that keeps less than this share of its length once the others are taken out says nothing of its own.
    private static let independence = 1e-10

    private static func squares(_ values: ArraySlice<Double>) -> Double { values.reduce(0) { $0 + $1 * $1 } }

    /// Reflects the columns to a triangle and the response with them; the inverse of the triangle, by rows.
    private static func reflect(_ matrix: inout [Double], rows: Int, width: Int, means: [Double]) -> [Double]? {
        var diagonal = [Double](repeating: 0, count: width)
        for k in 0..<width {
            let column = k * rows
            let whole = squares(matrix[column..<column + rows]).squareRoot()
            let rest = squares(matrix[column + k..<column + rows]).squareRoot()
            // A column of equal values is centred to nothing but rounding.
            guard rest > independence * whole, rest > independence * means[k].magnitude else { return nil }
            let head = matrix[column + k]
            let pivot = head > 0 ? -rest : rest
            diagonal[k] = pivot
            matrix[column + k] = head - pivot
            let scale = pivot * (head - pivot)
            for other in k + 1...width {
                var product = 0.0
                for row in k..<rows { product += matrix[column + row] * matrix[other * rows + row] }
                let factor = product / scale
                for row in k..<rows { matrix[other * rows + row] += factor * matrix[column + row] }
            }
        }
        var inverse = [Double](repeating: 0, count: width * width)
        for j in 0..<width {
            inverse[j * width + j] = 1 / diagonal[j]
            for i in (0..<j).reversed() {
                let sum = (i + 1...j).reduce(0) { $0 + matrix[$1 * rows + i] * inverse[$1 * width + j] }
                inverse[i * width + j] = -sum / diagonal[i]
            }
        }
        return inverse
    }
}
