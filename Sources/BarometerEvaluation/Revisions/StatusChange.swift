/// Why a status is another one than last time, found by evaluating again with one thing exchanged after the other.
///
/// First the old period is evaluated by the method of today, then with the data of today, then against the target of
/// today, and at last the new period. The label of each step at which the word changes is a cause; a word that changes
/// there and back again has two causes, and the same word in the end.
///
/// Source: project's method notes, 8.3.
public struct StatusChange: Sendable, Hashable {
    /// What the evaluation of a step uses; everything else is as it was.
    public struct Circumstances: Sendable, Hashable {
        /// What is taken as it is today.
        public let today: Set<ChangeLabel>

        /// Whether something is as it is today: the method, the data, the yardstick, or the period.
        public func isToday(_ label: ChangeLabel) -> Bool { today.contains(label) }
    }

    /// A step at which the word changed.
    public struct Step: Sendable, Hashable {
        /// What was exchanged.
        public let label: ChangeLabel
        /// The word before.
        public let from: Headline.Code
        /// The word after.
        public let to: Headline.Code
    }

    /// The word that was printed last time.
    public let printed: Headline.Code
    /// The word that is printed now.
    public let current: Headline.Code
    /// The steps at which the word changed, in the order of the labels; empty where it never did.
    public let steps: [Step]
    /// The causes, in the order of the labels.
    public var labels: [ChangeLabel] { steps.map(\.label) }
    /// Whether another word is printed than last time.
    public var isChange: Bool { printed != current }

    /// Finds the causes by evaluating four times at most.
    ///
    /// - Parameters:
    ///   - printed: the word of last time, as it was printed.
    ///   - exchanged: what differs at all; what is not named is not exchanged, and not evaluated.
    ///   - evaluate: the word under given circumstances.
    public init(
        printed: Headline.Code,
        exchanged: Set<ChangeLabel> = Set(ChangeLabel.allCases),
        evaluate: (Circumstances) throws -> Headline.Code
    ) rethrows {
        var today: Set<ChangeLabel> = []
        var words: [(label: ChangeLabel, code: Headline.Code)] = []
        for label in ChangeLabel.allCases where exchanged.contains(label) {
            today.insert(label)
            words.append((label, try evaluate(Circumstances(today: today))))
        }
        self.init(printed: printed, words: words)
    }

    /// Finds the causes from words that were evaluated before; nil is a step at which nothing was exchanged.
    ///
    /// - Parameters:
    ///   - printed: the word of last time.
    ///   - newMethod: that of the old period by the method of today.
    ///   - newData: that with the data of today too.
    ///   - newYardstick: that against the target of today too.
    ///   - current: the word of the new period.
    public init(
        printed: Headline.Code,
        newMethod: Headline.Code? = nil,
        newData: Headline.Code? = nil,
        newYardstick: Headline.Code? = nil,
        current: Headline.Code
    ) {
        let words: [(ChangeLabel, Headline.Code?)] = [
            (.methodChanged, newMethod), (.dataRevised, newData), (.yardstickChanged, newYardstick),
            (.cityMoved, current),
        ]
        self.init(printed: printed, words: words.compactMap { label, code in code.map { (label, $0) } })
    }

    private init(printed: Headline.Code, words: [(label: ChangeLabel, code: Headline.Code)]) {
        var (last, steps) = (printed, [Step]())
        for (label, code) in words {
            if code != last { steps.append(Step(label: label, from: last, to: code)) }
            last = code
        }
        self.printed = printed
        self.steps = steps
        current = last
    }
}
