import BarometerIndicators

/// What the schemes ask of a case, each question with the reason why it may have no answer.
extension SchemeCase {
    /// The way that was gone: from the baseline, or the first figure, to the latest one.
    struct Span {
        let base: Figure
        let latest: Figure

        var halfYears: Int { latest.halfYear - base.halfYear }
        var years: Double { Double(halfYears) / 2 }
        var change: Double { latest.value - base.value }
    }

    /// Where the way starts: the adopted baseline, or else the first figure.
    func base() throws(SchemeReason) -> Figure {
        if let obstacle { throw obstacle }
        guard let base = baseline ?? halfYearly.first else { throw .noFigure }
        return base
    }

    func latest() throws(SchemeReason) -> Figure {
        guard let latest = halfYearly.last else { throw .noFigure }
        return latest
    }

    func span() throws(SchemeReason) -> Span {
        let span = Span(base: try base(), latest: try latest())
        guard span.halfYears > 0 else { throw .noLaterFigure }
        return span
    }

    /// From the earliest figure that is at most so many half-years older than the latest one.
    func span(ofLast halfYears: Int, atLeast least: Int = 1) throws(SchemeReason) -> Span {
        if let obstacle, obstacle == .broken { throw obstacle }
        let latest = try latest()
        guard let start = halfYearly.first(where: { $0.halfYear >= latest.halfYear - halfYears }),
            latest.halfYear - start.halfYear >= least
        else { throw .spanTooShort }
        return Span(base: start, latest: latest)
    }

    /// +1 where a higher value is better, −1 where a lower one is; a band has neither.
    func sign() throws(SchemeReason) -> Double {
        switch goal?.aim {
        case .atMost: -1
        case .atLeast: 1
        case .between: throw .bandTarget
        case nil: direction.sign
        }
    }

    func target() throws(SchemeReason) -> Double {
        switch goal?.aim {
        case .atMost(let value), .atLeast(let value): value
        case .between: throw .bandTarget
        case nil: throw .noTarget
        }
    }

    func deadline() throws(SchemeReason) -> Int {
        guard let goal else { throw .noTarget }
        guard let deadline = goal.deadline else { throw .noDeadline }
        return deadline
    }

    func deadline(after base: Figure) throws(SchemeReason) -> Int {
        let deadline = try deadline()
        guard deadline > base.halfYear else { throw .deadlineNotAfterBaseline }
        return deadline
    }

    /// Whether a value meets the goal; without one nothing does.
    func isMet(by value: Double) -> Bool {
        switch goal?.aim {
        case .atMost(let most): !value.exceeds(most)
        case .atLeast(let least): value.reaches(least)
        case .between(let lower, let upper): value.reaches(lower) && !value.exceeds(upper)
        case nil: false
        }
    }

    /// The target and the way to it, where the baseline is on the bad side of it.
    func journey(from base: Figure) throws(SchemeReason) -> (target: Double, length: Double) {
        let target = try target()
        guard (target - base.value).magnitude > Double.schemeTolerance else { throw .targetIsBaseline }
        guard !isMet(by: base.value) else { throw .baselineMeetsTarget }
        return (target, target - base.value)
    }
}

extension Double {
    /// How near a value is to count as a threshold itself.
    static let schemeTolerance = 1e-9

    /// Whether the value is at a threshold or above it.
    func reaches(_ threshold: Double) -> Bool { self >= threshold - Double.schemeTolerance }

    /// Whether the value is above a threshold, and not only by the noise of its computation.
    func exceeds(_ threshold: Double) -> Bool { self > threshold + Double.schemeTolerance }
}
