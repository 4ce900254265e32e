/// The codes that a dimension may have, with their labels, parents and validity.
///
/// Codes are text for ever: `000`, `015a` and `6099` are no numbers. A code may stand for different things at different
/// times (polling place 101032 is another place after 2007), so the list holds *items*, and an item is found by code
/// and day.
public struct Codelist: Sendable, Hashable {
    /// One meaning of a code.
    public struct Item: Sendable, Hashable {
        /// The code as extracts write it.
        public var code: String
        /// What the code means.
        public var label: LocalizedText
        /// The code of the item that this one is a part of.
        public var parent: String?
        /// Whether the item is the sum of others, so that adding it to them would count twice.
        public var isTotal: Bool
        /// The first day on which the code has this meaning; nil where it has no first one.
        public var validFrom: CalendarDay?
        /// The last day on which the code has this meaning, itself included; nil where it has no last one.
        public var validTo: CalendarDay?

        /// An item of a codelist.
        public init(
            code: String,
            label: LocalizedText,
            parent: String? = nil,
            isTotal: Bool = false,
            validFrom: CalendarDay? = nil,
            validTo: CalendarDay? = nil
        ) {
            self.code = code
            self.label = label
            self.parent = parent
            self.isTotal = isTotal
            self.validFrom = validFrom
            self.validTo = validTo
        }

        /// Whether the code has this meaning on a day.
        public func isValid(on day: CalendarDay) -> Bool {
            (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
        }
    }

    /// The name by which datasets refer to the list.
    public let id: String
    /// The items in the order of the list.
    public let items: [Item]
    private let positions: [String: [Int]]

    /// A codelist with these items.
    public init(id: String, items: [Item]) {
        self.id = id
        self.items = items
        positions = Dictionary(grouping: items.indices, by: { items[$0].code })
    }

    /// The position of the item that a code means on a day, or nil where it means nothing then.
    ///
    /// Without a day it is the last item of the code in the list, and so it is where several are valid on one day.
    /// Takes the time of the items of this code, whatever the length of the list.
    public func position(of code: String, on day: CalendarDay?) -> Int? {
        guard let day else { return positions[code]?.last }
        return positions[code]?.last { items[$0].isValid(on: day) }
    }

    /// Whether any item has the code, whenever valid.
    public func contains(_ code: String) -> Bool {
        positions[code] != nil
    }
}
