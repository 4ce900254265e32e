import BarometerCore
import BarometerStore

/// A table under the name by which formulas call it.
public struct Dataset: Sendable {
    /// The name in formulas: letters, digits and underscores.
    public let id: String
    /// All vintages of the figures.
    public let table: Table

    /// A table under a name.
    public init(id: String, table: Table) {
        self.id = id
        self.table = table
    }
}
