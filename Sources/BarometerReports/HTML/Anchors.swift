extension String {
    /// The text as an id of the page: ASCII letters, digits, `-`, `_` and `.` stay, everything else becomes `-`.
    ///
    /// Ids in attributes such as `aria-labelledby` are separated by blanks, so a blank must not stand in one.
    var anchor: String {
        let kept = unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": Character(scalar)
            default: "-"
            }
        }
        return kept.isEmpty ? "-" : String(kept)
    }
}

/// Gives each section an anchor of its own, whatever the ids are.
struct Anchors: Sendable {
    private var taken: Set<String>

    init(reserved: [String]) {
        taken = Set(reserved)
    }

    /// The anchor for an id: the id itself where it can be one and is still free, else with a number.
    mutating func next(for id: String) -> String {
        let base = id.anchor
        var candidate = base
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = base + "-\(number)"
            number += 1
        }
        return candidate
    }
}
