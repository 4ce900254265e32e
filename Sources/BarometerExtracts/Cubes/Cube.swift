import BarometerCore
import BarometerStore

/// A statistics cube as PX and JSON-stat files hold it: dimensions with their codes, and a cell for each combination.
package struct Cube: Sendable {
    /// One code of a dimension with its text.
    package struct Category: Sendable, Hashable {
        package var code: String
        package var label: String

        /// A category; without a code the label stands for both.
        package init(code: String, label: String) {
            self.code = code
            self.label = label
        }
    }

    /// What a dimension is for.
    package enum Role: Sendable {
        case ordinary, time
        /// Its categories are measures with units of their own.
        case contents
    }

    /// One dimension with its categories, in the order in which the cells run.
    package struct Dimension: Sendable {
        /// The variable's code where the file gives one, else its text.
        package var name: String
        package var label: String
        package var role: Role
        package var categories: [Category]
        /// The code of the category that sums up the others, where the file says so.
        package var totalCode: String?

        /// A dimension of a cube.
        package init(name: String, label: String, role: Role, categories: [Category], totalCode: String? = nil) {
            self.name = name
            self.label = label
            self.role = role
            self.categories = categories
            self.totalCode = totalCode
        }
    }

    /// A number, or the reason why there is none.
    package enum Cell: Sendable, Hashable {
        case number(DecimalNumber, ObservationStatus)
        /// A number whose digits do not fit a `DecimalNumber`.
        case double(Double, ObservationStatus)
        case missing(ObservationStatus)
    }

    package var title: String
    /// In the order in which the cells run: the last one changes fastest.
    package var dimensions: [Dimension]
    /// As many as the product of the numbers of categories.
    package var cells: [Cell]
    /// The unit of each contents code, or under the empty code that of the whole cube.
    package var units: [String: String]
    /// Footnotes, source and date of update, as the file words them.
    package var notes: [String]

    /// A cube whose cells were counted.
    package init(title: String, dimensions: [Dimension], cells: [Cell], units: [String: String], notes: [String]) {
        precondition(
            cells.count == dimensions.reduce(1) { $0 * $1.categories.count },
            "a cube has a cell for each combination"
        )
        self.title = title
        self.dimensions = dimensions
        self.cells = cells
        self.units = units
        self.notes = notes
    }
}
