/// What kernels did for an answer; exact on any machine, so that tests can hold them to it.
package struct AggregationWork: Sendable, Hashable {
    /// Blocks that nothing was read of, because no row of theirs can take part.
    package var blocksSkipped = 0
    /// Blocks that were read.
    package var blocksRead = 0
    /// Runs that were added up as a whole, without a group number for each row.
    package var runsUsed = 0

    static func + (left: AggregationWork, right: AggregationWork) -> AggregationWork {
        AggregationWork(
            blocksSkipped: left.blocksSkipped + right.blocksSkipped,
            blocksRead: left.blocksRead + right.blocksRead,
            runsUsed: left.runsUsed + right.runsUsed
        )
    }
}
