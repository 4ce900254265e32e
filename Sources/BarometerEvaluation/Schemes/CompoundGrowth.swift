import BarometerCore

/// The growth a year, compounded, that leads from one value to another; −0.05 is a fall of 5 per cent a year.
///
/// No power of a negative number is ever taken: two negative values have a positive ratio, and values on two sides of
/// zero, like a start at zero, have no such rate.
enum CompoundGrowth {
    static func rate(from start: Double, to end: Double, years: Double) throws(SchemeReason) -> Double {
        guard start != 0 else { throw .zeroBaseline }
        guard end == 0 || (start < 0) == (end < 0) else { throw .signChange }
        let ratio = end / start
        guard let factor = Elementary.power(ratio, 1 / years), factor.isFinite else { throw .outOfRange }
        return factor - 1
    }

    /// The rate the right way: positive is better, also where the values are negative.
    static func favourable(_ span: SchemeCase.Span, sign: Double) throws(SchemeReason) -> Double {
        let rate = try rate(from: span.base.value, to: span.latest.value, years: span.years)
        // Adding zero makes a negative zero a plain one.
        return (span.base.value < 0 ? -sign : sign) * rate + 0
    }
}
