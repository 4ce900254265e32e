/// How the figures of finer periods become one of a coarser period.
public enum RollUp: String, Sendable, CaseIterable {
    /// Flows add up: persons who moved in during each month.
    case sum
    /// The mean of the finer periods.
    case mean
    /// Stocks are read at the end: the last finer period that the table has.
    case last
}
