/// An invented extract as a statistics bank delivers it: semicolons, decimal commas, `..` for missing, months.
///
/// The same shape and form give the same bytes. Five origins and two sexes always; the other numbers are free, so that
/// two files can differ in their rows and in nothing else.
public struct StatisticsFile: Sendable {
    /// How the rows stand in the file.
    public enum Form: String, Sendable, CaseIterable {
        /// The last dimension turns fastest: long runs of equal labels on the left.
        case nested
        /// Another area in every row, the worst case for caches.
        case scattered
        /// As nested, every field in quotes.
        case quoted
        /// As nested, lines end in carriage return and line feed.
        case crlf
        /// A column for each month.
        case wide
    }

    /// How many areas there are.
    public var areas: Int
    /// How many ages there are.
    public var ages: Int
    /// How many months there are, from January 2005.
    public var months: Int

    /// A file of so many areas, ages and months.
    public init(areas: Int, ages: Int, months: Int) {
        self.areas = areas
        self.ages = ages
        self.months = months
    }

    /// A file of ten areas, thirty months and as many ages as the rows need.
    ///
    /// Files of 30,000 and 60,000 rows have the same groups by area, origin and period, so that a difference between
    /// them is made by rows alone.
    ///
    /// - Parameter rows: a multiple of 3,000.
    public init(rows: Int) {
        precondition(rows > 0 && rows.isMultiple(of: 3000), "rows come in multiples of 3,000")
        self.init(areas: 10, ages: rows / 3000, months: 30)
    }

    /// The number of observations, in every form.
    public var rows: Int { areas * StatisticsFile.origins.count * ages * StatisticsFile.sexes.count * months }

    /// The numerator of the rate: ages from 18 to 64.
    public var numeratorAges: [String] {
        (0..<ages).map(age).filter { (18...64).contains($0) }.map(StatisticsFile.ageLabel)
    }

    /// The origins in the order of the file.
    public static let origins = [
        "Personer med dansk oprindelse", "Indvandrere fra vestlige lande", "Indvandrere fra ikke-vestlige lande",
        "Efterkommere fra vestlige lande", "Efterkommere fra ikke-vestlige lande",
    ]

    static let sexes = ["Mænd", "Kvinder"]
    static let names = [
        "København", "Frederiksberg", "Dragør", "Tårnby", "Lyngby-Taarbæk", "Høje-Taastrup", "Næstved", "Ærø", "Odense",
        "Ringkøbing-Skjern",
    ]

    func area(_ index: Int) -> String {
        let (turn, place) = index.quotientAndRemainder(dividingBy: StatisticsFile.names.count)
        let name = StatisticsFile.names[place]
        return turn == 0 ? name : "\(name) - \(turn). Østre Skole"
    }

    func age(_ index: Int) -> Int { index * 100 / ages }

    static func ageLabel(_ age: Int) -> String { "\(age) år" }

    static func month(_ index: Int) -> String {
        let month = index % 12 + 1
        return "\(2005 + index / 12)M\(month < 10 ? "0" : "")\(month)"
    }
}
