import BarometerIndicators

extension Outlook {
    /// The outlook from the figures known, for a target with a deadline; nil where there is no figure.
    ///
    /// - Parameters:
    ///   - figures: the figures up to the edition in the order of time, none from before a break; a half-year without
    ///     a figure is left out.
    ///   - target: the values that meet the target.
    ///   - baseline: where the pace and its classes start; nil where no figure is known for it.
    ///   - deadline: the half-year whose figure shall meet the target.
    ///   - range: where such figures can lie at all.
    public init?(
        of figures: [(halfYear: Int, value: Double)],
        target: TargetRange,
        baseline: (halfYear: Int, value: Double)?,
        deadline: Int,
        range: NaturalRange = .unbounded
    ) {
        guard let history = FigureHistory(figures, in: range) else { return nil }
        let latest = history.latest
        let backtest = Backtest(history)
        self.backtest = backtest
        let models = ForecastMethod.allCases.compactMap(history.model)
        let chosen = models.first { $0.method == backtest?.chosen ?? .drift }
        let isAhead = deadline > latest.halfYear
        projections = isAhead ? models.compactMap { history.forecast(by: $0, for: deadline) } : []
        projection = projections.first { $0.method == chosen?.method }
        interval95 = projection?.interval(confidence: 0.95)
        probabilityMet = projection?.probability(of: target)

        let pace = baseline.flatMap { SteadyPace(from: $0, to: latest) }
        attainment = Attainment(of: target, from: latest, at: pace)
        if attainment != .met, let chosen {
            attainmentRange = AttainmentRange(of: target, from: history, by: chosen, confidence: 0.95)
        }
        paceProbabilities = baseline.flatMap {
            PaceProbabilities(figures, target: target, baseline: $0, deadline: deadline)
        }

        for model in models {
            if let line = model as? LinearTrend { residualAutocorrelation = line.residualAutocorrelation }
            if let line = model as? TheilSenTrend { kendallP = line.kendall.p }
        }
        seasonalTerm = SeasonalTerm(history)

        let verdicts = projections.map { target.isMet(by: $0.value) }
        let found: [(warning: Warning, holds: Bool)] = [
            (.onlyPace, history.count == 2),
            (.noInterval, 3...4 ~= history.count),
            (.longHorizon, isAhead && history.count > 2 && deadline - latest.halfYear > history.span),
            (.unevenSpacing, !history.isEvenlySpaced),
            (.autocorrelatedResiduals, (residualAutocorrelation ?? 0) >= LinearTrend.alarmingAutocorrelation),
            (.seasonal, seasonalTerm?.isSignificant ?? false),
            (.methodsDisagree, verdicts.contains(true) && verdicts.contains(false)),
            (.shareAtLimit, range == .share && history.scale == .plain(within: 0...100)),
        ]
        warnings = found.filter(\.holds).map(\.warning)
    }
}
