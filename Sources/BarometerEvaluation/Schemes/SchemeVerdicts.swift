/// What every published scheme says of one case, side by side, so that a reader sees what hangs on the school.
///
/// The schemes answer different questions and none of them decides the headline. Where a rule gives nothing its property
/// holds the reason; colours and Open SDG have a word of their own for that.
public struct SchemeVerdicts: Sendable {
    /// The city's colour of 2015–18.
    public var copenhagen: CopenhagenScheme.Colour
    /// The movement as the national integrationsbarometer prints it.
    public var nationalBarometer: SchemeOutcome<NationalBarometerScheme.Verdict>
    /// Eurostat's growth classes, since the baseline.
    public var eurostatTrend: SchemeOutcome<EurostatTrendScheme.Verdict>
    /// Eurostat's growth classes over 15 years.
    public var eurostatLongTerm: SchemeOutcome<EurostatTrendScheme.Verdict>
    /// Eurostat's growth classes over 5 years.
    public var eurostatShortTerm: SchemeOutcome<EurostatTrendScheme.Verdict>
    /// Eurostat's observed over required growth.
    public var eurostatTarget: SchemeOutcome<EurostatTargetScheme.Verdict>
    /// Open SDG's label, value and score.
    public var openSDG: OpenSDGScheme.Verdict
    /// The share of the way that will be gone, by the United Nations Statistics Division.
    public var unsd2023: SchemeOutcome<UNStatisticsScheme.Verdict>
    /// ESCAP's share of the way that is gone, at most 10.
    public var escapCurrentStatus: SchemeOutcome<Double>
    /// ESCAP's share of the way that will be missing, one for each of ``ESCAPAnticipatedProgress/decays``.
    public var escapAnticipatedProgress: [SchemeOutcome<ESCAPAnticipatedProgress.Verdict>]
    /// OECD's distance in standard deviations.
    public var oecdDistance: SchemeOutcome<OECDScheme.Distance>
    /// OECD's trend by ranks.
    public var oecdTrend: SchemeOutcome<OECDScheme.Trend>
    /// The score of the Sustainable Development Report, 0 to 100.
    public var sdsnScore: SchemeOutcome<Double>
    /// Its arrow for the way since the baseline.
    public var sdsnArrowSinceBaseline: SchemeOutcome<SDSNScheme.Verdict>
    /// Its arrow for the last four half-years.
    public var sdsnArrow: SchemeOutcome<SDSNScheme.Verdict>
    /// The weather symbol of the German indicators.
    public var destatis: SchemeOutcome<DestatisScheme.Verdict>
    /// ISTAT's class since the first figure.
    public var istat: SchemeOutcome<ISTATScheme.Verdict>

    /// Asks all schemes about one case.
    ///
    /// - Parameter sinceBaseline: the change since the baseline as the record judges it, noise floor included, which is all
    ///   that the city's colours are made of; nil where it cannot be measured.
    public init(_ schemeCase: SchemeCase, sinceBaseline: Movement.Change?) {
        copenhagen = CopenhagenScheme.colour(of: sinceBaseline)
        nationalBarometer = NationalBarometerScheme.verdict(of: schemeCase)
        eurostatTrend = EurostatTrendScheme.verdict(of: schemeCase)
        eurostatLongTerm = EurostatTrendScheme.verdict(of: schemeCase, over: .longTerm)
        eurostatShortTerm = EurostatTrendScheme.verdict(of: schemeCase, over: .shortTerm)
        eurostatTarget = EurostatTargetScheme.verdict(of: schemeCase)
        openSDG = OpenSDGScheme.verdict(of: schemeCase)
        unsd2023 = UNStatisticsScheme.verdict(of: schemeCase)
        escapCurrentStatus = ESCAPCurrentStatus.index(of: schemeCase)
        escapAnticipatedProgress = ESCAPAnticipatedProgress.decays.map {
            ESCAPAnticipatedProgress.verdict(of: schemeCase, decay: $0)
        }
        oecdDistance = OECDScheme.distance(of: schemeCase)
        oecdTrend = OECDScheme.trend(of: schemeCase)
        sdsnScore = SDSNScheme.score(of: schemeCase)
        sdsnArrowSinceBaseline = SDSNScheme.arrowSinceBaseline(of: schemeCase)
        sdsnArrow = SDSNScheme.arrow(of: schemeCase)
        destatis = DestatisScheme.verdict(of: schemeCase)
        istat = ISTATScheme.verdict(of: schemeCase)
    }
}
