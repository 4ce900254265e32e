import BarometerCore

extension Target {
    /// Why a target cannot be what it says; numbers that only the figures give are judged when they are known.
    public enum Fault: Sendable, Hashable {
        /// The deadline is not after the baseline.
        case deadlineNotAfterBaseline
        /// The target ends before its own deadline.
        case endsBeforeDeadline
        /// A tolerance below zero.
        case negativeTolerance
        /// Yes or no has no way in between.
        case pathOfYesOrNo
        /// A path in steps without a milestone.
        case stepsWithoutMilestones
        /// A geometric path, or parity by ratios, with a value that is not above zero.
        case notAboveZero(Double)
        /// A logit path with a value that is not between 0 and 100.
        case notAShare(Double)
        /// A milestone, by its place in the list, that is not between baseline and deadline.
        case milestoneOutside(Int)
        /// A milestone, by its place in the list, that is not in a later half-year than the one before it.
        case milestoneNotLater(Int)
    }

    /// Everything that is impossible about the target, in the order of its parts.
    ///
    /// - Parameter start: the value of the baseline where none was adopted.
    public func faults(from start: Double? = nil) -> [Fault] {
        var faults: [Fault] = []
        if deadline.lastDay <= baseline.period.lastDay { faults.append(.deadlineNotAfterBaseline) }
        if let ends, ends.lastDay < deadline.lastDay { faults.append(.endsBeforeDeadline) }
        if tolerance < 0 { faults.append(.negativeTolerance) }
        if aim == .yes, path != .linear { return faults + [.pathOfYesOrNo] }
        let values = aim.bounds + [baseline.value ?? start].compactMap { $0 } + path.milestones.map(\.value)
        if path == .geometric || aim.isRatio, let value = values.first(where: { $0 <= 0 }) {
            faults.append(.notAboveZero(value))
        }
        if path == .logit, let value = values.first(where: { $0 <= 0 || $0 >= 100 }) {
            faults.append(.notAShare(value))
        }
        if case .steps([]) = path { faults.append(.stepsWithoutMilestones) }
        return faults + milestoneFaults
    }

    private var milestoneFaults: [Fault] {
        let halfYears = path.milestones.map(\.period.halfYear)
        return halfYears.enumerated().compactMap { index, halfYear in
            if halfYear <= baseline.period.halfYear || halfYear >= deadline.halfYear { return .milestoneOutside(index) }
            return index > 0 && halfYear <= halfYears[index - 1] ? .milestoneNotLater(index) : nil
        }
    }

    /// What is wrong, in a sentence without capital and full stop.
    public func message(for fault: Fault) -> LocalizedText {
        func milestone(_ index: Int) -> Period { path.milestones[index].period }
        return switch fault {
        case .deadlineNotAfterBaseline:
            LocalizedText(
                en: "the deadline \(deadline) is not after the baseline \(baseline.period)",
                da: "fristen \(deadline) ligger ikke efter udgangspunktet \(baseline.period)"
            )
        case .endsBeforeDeadline:
            LocalizedText(
                en: "the target ends before its deadline \(deadline)",
                da: "målet ophører før sin frist \(deadline)"
            )
        case .negativeTolerance:
            LocalizedText(en: "the tolerance is below zero", da: "tolerancen er under nul")
        case .pathOfYesOrNo:
            LocalizedText(
                en: "a goal of yes or no has no path: there is nothing in between",
                da: "et mål om ja eller nej har ingen kurve: der er intet imellem"
            )
        case .stepsWithoutMilestones:
            LocalizedText(en: "a path in steps has no milestones", da: "en kurve i trin har ingen milepæle")
        case .notAboveZero(let value):
            LocalizedText(
                en: "\(NumberText.forMachines(value)) is not above zero, as a path of equal factors or ratios needs",
                da: "\(NumberText.forMachines(value)) er ikke over nul, som lige store faktorer eller forhold kræver"
            )
        case .notAShare(let value):
            LocalizedText(
                en: "\(NumberText.forMachines(value)) is not between 0 and 100, as a logit path needs",
                da: "\(NumberText.forMachines(value)) ligger ikke mellem 0 og 100, som en logit-kurve kræver"
            )
        case .milestoneOutside(let index):
            LocalizedText(
                en: "the milestone \(milestone(index)) is not between baseline and deadline",
                da: "milepælen \(milestone(index)) ligger ikke mellem udgangspunkt og frist"
            )
        case .milestoneNotLater(let index):
            LocalizedText(
                en: "the milestone \(milestone(index)) is not in a later half-year than the one before",
                da: "milepælen \(milestone(index)) ligger ikke i et senere halvår end den forrige"
            )
        }
    }

    /// The way out of a fault, in the imperative.
    public func hint(for fault: Fault) -> LocalizedText {
        switch fault {
        case .deadlineNotAfterBaseline:
            LocalizedText(en: "correct one of the two", da: "ret den ene af de to")
        case .endsBeforeDeadline:
            LocalizedText(
                en: "name a period from \(deadline) on, or leave the end out",
                da: "nævn en periode fra \(deadline) eller senere, eller udelad ophøret"
            )
        case .negativeTolerance:
            LocalizedText(en: "write how far off still counts as met", da: "skriv hvor langt fra der stadig er nået")
        case .pathOfYesOrNo:
            LocalizedText(en: "leave the path out", da: "udelad kurven")
        case .stepsWithoutMilestones:
            LocalizedText(
                en: "say which value is due in which period",
                da: "angiv hvilken værdi der forfalder i hvilken periode"
            )
        case .notAboveZero, .notAShare:
            LocalizedText(en: "take the linear path", da: "brug den lineære kurve")
        case .milestoneOutside:
            LocalizedText(
                en: "name a half-year after \(baseline.period) and before \(deadline)",
                da: "nævn et halvår efter \(baseline.period) og før \(deadline)"
            )
        case .milestoneNotLater:
            LocalizedText(en: "put the milestones in the order of time", da: "sæt milepælene i tidsfølge")
        }
    }
}

extension Assessment {
    /// Warnings of a path that cannot be drawn from the value of the baseline, where only the figures gave it.
    ///
    /// - Parameter name: what the messages call the indicator or the file.
    public func pathDiagnostics(of name: String, at location: SourceLocation? = nil) -> [Diagnostic] {
        guard let target else { return [] }
        return pathFaults.map { fault in
            let message = target.message(for: fault)
            return Diagnostic(
                .impossiblePath,
                LocalizedText(en: "\(name): \(message.en)", da: "\(name): \(message.da)"),
                severity: .warning,
                at: location,
                hint: target.hint(for: fault)
            )
        }
    }
}
