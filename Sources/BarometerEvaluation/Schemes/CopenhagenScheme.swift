/// The city's own colours of 2015-18: the change since the base year against the wanted direction.
///
/// Green is a change the right way, yellow no significant change, red the wrong way; white is taken as "cannot be
/// measured", for the published text breaks off there. The scheme knows no required pace and no deadline.
/// A change within usual fluctuation is yellow.
///
/// Source: City of Copenhagen, integration barometer 2015-18, agenda item of 12 March 2018.
public enum CopenhagenScheme {
    /// A light of the scheme.
    public enum Colour: String, Sendable {
        case green, yellow, red, white
    }

    /// The colour of a change since the baseline; nil is a change that cannot be measured.
    public static func colour(of sinceBaseline: Movement.Change?) -> Colour {
        switch sinceBaseline?.verdict {
        case .better: .green
        case .stable: .yellow
        case .worse: .red
        case .undetermined: sinceBaseline?.brokenBy == nil ? .yellow : .white
        case nil: .white
        }
    }
}
