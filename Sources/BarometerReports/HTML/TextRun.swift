/// A piece of a text: plain, or a web address to follow.
struct TextRun: Sendable, Hashable {
    let text: String
    let isLink: Bool
}

extension String {
    /// The text cut into plain pieces and web addresses.
    ///
    /// An address is a word that begins with `https://` or `http://` and holds only printable ASCII without quotes,
    /// angle brackets, backslash, bar and backtick; the signs that end a sentence do not belong to it.
    var runs: [TextRun] {
        var runs: [TextRun] = []
        func add(_ text: Substring, isLink: Bool) {
            guard !text.isEmpty else { return }
            if let last = runs.last, !last.isLink, !isLink {
                runs[runs.count - 1] = TextRun(text: last.text + text, isLink: false)
            } else {
                runs.append(TextRun(text: String(text), isLink: isLink))
            }
        }
        for (index, word) in split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { add(" ", isLink: false) }
            let end = word.lastIndex { !".,;:)".contains($0) }.map { word.index(after: $0) } ?? word.startIndex
            let isLink = word[..<end].isWebAddress
            add(word[..<end], isLink: isLink)
            add(word[end...], isLink: false)
        }
        return runs
    }
}

extension Substring {
    fileprivate var isWebAddress: Bool {
        let schemes = ["https://", "http://"]
        return schemes.contains { hasPrefix($0) && count > $0.count }
            && unicodeScalars.allSatisfy { ("!"..."~").contains($0) && !"\"'<>\\|`".unicodeScalars.contains($0) }
    }
}
