/// The most that a file may hold of one thing before it is refused.
///
/// No statistics office comes near them, so what goes beyond is a fault of the file or of how it is read. Without them a
/// forgotten quotation mark would make one field of all that follows. The cells of a cube have bounds of their own (D135,
/// D143).
package enum ExtractLimits {
    /// The bytes of one field: 1 MiB.
    package static let fieldBytes = 1 << 20
    /// The bytes of one record: 16 MiB.
    package static let recordBytes = 16 << 20
    /// The fields of one record.
    package static let columns = 100_000
    /// The different texts of a column of codes or periods: ten times the hundred thousand that a register of addresses
    /// may need, and few enough that a column that only numbers its rows is told and not kept.
    package static let codes = 1_000_000

    /// A number with its thousands apart, in both languages.
    static func printed(_ number: Int) -> (en: String, da: String) {
        let digits = Array(String(number))
        let groups = digits.indices.map { (digits.count - $0) % 3 == 0 && $0 > 0 }
        let text = { (sign: String) in zip(digits, groups).map { ($1 ? sign : "") + String($0) }.joined() }
        return (text(","), text("."))
    }
}
