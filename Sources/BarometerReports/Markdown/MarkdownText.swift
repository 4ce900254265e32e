extension String {
    /// The text as a line of GitHub-flavoured Markdown in which no sign has a meaning of its own, not even at its
    /// start.
    var escapedForMarkdown: String { escapedInline.guardedAtStart }

    /// The text as a part of a line: line ends become blanks, signs of markup become entities or get a backslash.
    var escapedInline: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "|", "*", "_", "`", "[", "]", "\\", "~", "$", "#", "!":
                result += "\\"
                result.unicodeScalars.append(scalar)
            case "\0"..." ", "\u{7F}"..<"\u{A0}": result += " "
            // A label mentions nobody.
            case "@": result += "&#64;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A backslash before what would begin a list, a rule or a numbered list at the start of a line.
    private var guardedAtStart: String {
        guard let first else { return self }
        if "-+=".contains(first) { return "\\" + self }
        let digits = prefix { $0.isASCII && $0.isNumber }
        let rest = dropFirst(digits.count)
        if !digits.isEmpty, let sign = rest.first, sign == "." || sign == ")", rest.dropFirst().first == " " {
            return digits + "\\" + rest
        }
        return self
    }
}
