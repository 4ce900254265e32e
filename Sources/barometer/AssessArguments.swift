import ArgumentParser
import BarometerCore
import BarometerEvaluation
import BarometerIndicators

/// `2010H2` or `2010H2=10.6`.
struct BaselineArgument {
    var period: Period
    var number: NumberArgument?

    init(_ argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let period = Period(parsing: parts[0]) else {
            throw ValidationError("\"\(parts[0])\" is no known period; write 2010H2 or 2010H2=10.6.")
        }
        self.period = period
        number = parts.count == 2 ? try NumberArgument(parts[1]) : nil
    }
}

/// `2012H2=9.0`.
struct MilestoneArgument {
    var milestone: Target.Milestone

    init(_ argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let period = Period(parsing: parts[0]) else {
            throw ValidationError("\"\(argument)\" is no milestone; write 2012H2=9.0.")
        }
        milestone = Target.Milestone(period: period, value: try NumberArgument(parts[1]).value)
    }
}

/// The words of `--path`.
enum PathArgument: String, WordArgument {
    case linear, geometric, logit, steps

    /// The path, over milestones where there are any.
    func path(over milestones: [Target.Milestone]) -> Target.Path {
        switch self {
        case .linear: milestones.isEmpty ? .linear : .milestones(milestones)
        case .geometric: .geometric
        case .logit: .logit
        case .steps: .steps(milestones)
        }
    }
}

/// `at most 5.8`, `at least 60`, `between 45 and 55`, `parity 50` or `yes`, with `within 2` behind it or not.
struct TargetArgument {
    var aim: Target.Aim
    var tolerance = 0.0
    var decimals = 0

    init(_ argument: String) throws {
        var words = argument.split(separator: " ")
        if words.count > 2, words[words.count - 2] == "within" {
            tolerance = try NumberArgument(words[words.count - 1]).value
            words.removeLast(2)
        }
        let numbers: [NumberArgument]
        // The words between the numbers say which numbers there are.
        switch (words.count, words.first, words.dropFirst().first) {
        case (3, "at", "most"):
            numbers = [try NumberArgument(words[2])]
            aim = .atMost(numbers[0].value)
        case (3, "at", "least"):
            numbers = [try NumberArgument(words[2])]
            aim = .atLeast(numbers[0].value)
        case (4, "between", _) where words[2] == "and":
            numbers = [try NumberArgument(words[1]), try NumberArgument(words[3])]
            guard numbers[0].value <= numbers[1].value else {
                throw ValidationError("\(words[3]) is below \(words[1]); write the lower bound first.")
            }
            aim = .between(numbers[0].value...numbers[1].value)
        case (2, "parity", _):
            numbers = [try NumberArgument(words[1])]
            aim = .parity(numbers[0].value)
        case (1, "yes", _):
            numbers = []
            aim = .yes
        default:
            throw ValidationError(
                "\"\(argument)\" is no target; write \"at most 5.8\", \"at least 60\", \"between 45 and 55\", "
                    + "\"parity 50\" or \"yes\"."
            )
        }
        decimals = numbers.map(\.decimals).max() ?? 0
    }
}

/// A number of the command line, with a decimal point or, as Danes type it, a comma.
struct NumberArgument {
    /// More decimals than these are never printed.
    private static let mostDecimals = 12
    /// Numbers of so many digits are no statistics.
    private static let limit = 1e15

    var value: Double
    /// The decimals that it was written with, as far as they are printed.
    var decimals: Int

    init(_ text: Substring) throws {
        if let number = DecimalNumber(parsing: text, format: .machine) ?? DecimalNumber(parsing: text, format: .danish)
        {
            (value, decimals) = (number.value, min(number.decimals, NumberArgument.mostDecimals))
        } else if let (value, decimals) = NumberArgument.long(text) {
            (self.value, self.decimals) = (value, min(decimals, NumberArgument.mostDecimals))
        } else {
            throw ValidationError("\"\(text)\" is no number; write digits with a decimal point, such as 5.8.")
        }
        guard value.magnitude < NumberArgument.limit else {
            throw ValidationError("\"\(text)\" has more than 15 digits, as no statistics have.")
        }
    }

    /// A number of more than 18 digits or with a power of ten, as programs print them: `1e-05` has five decimals.
    private static func long(_ text: Substring) -> (value: Double, decimals: Int)? {
        let pointed = String(text.map { $0 == "," ? "." : $0 == "\u{2212}" ? "-" : $0 })
        guard pointed.allSatisfy({ "0123456789.-+eE".contains($0) }), let value = Double(pointed) else { return nil }
        let parts = pointed.split { $0 == "e" || $0 == "E" }
        let fraction = parts[0].split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        return (value, max(0, min(fraction, 400) - max(-400, min(exponent, 400))))
    }
}

extension Indicator.Direction: WordArgument {}
