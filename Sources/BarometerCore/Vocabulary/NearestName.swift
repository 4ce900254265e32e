/// The name in a list that a misspelt one most likely means, for "did you mean" hints; never applied silently.
///
/// Capitals are ignored. Nil where there is no candidate, or where even the nearest differs in more than a third of the
/// letters of the longer name (one is always allowed). Of names that are equally near the first counts. Takes the time
/// of all pairs of letters, so it is for messages, not for lookups.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    var best: (name: String, distance: Int)?
    for candidate in candidates {
        let distance = editDistance(wanted, Array(candidate.lowercased()))
        if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(1, max(wanted.count, best.name.count) / 3) else { return nil }
    return best.name
}

/// The hint that names what a misspelt name most likely means; nil where no name in the list is near.
public func didYouMean(_ name: String, among candidates: some Sequence<String>) -> LocalizedText? {
    nearestName(to: name, among: candidates).map {
        LocalizedText(en: "did you mean \"\($0)\"?", da: "mente du \"\($0)\"?")
    }
}

/// The least number of letters to insert, delete or replace to make one word of the other.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            current.append(
                min(previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
            )
        }
        previous = current
    }
    return previous[right.count]
}
