import BarometerCore
import Testing

import BarometerStore

@Suite("What kernels do not do")
struct WorkTests {
    private let data = RandomTable(seed: 3, count: 6000, values: .short, isNested: true)

    @Test("blocks without anything of what is selected are passed over")
    func skipping() throws {
        let table = data.table(lengths: Array(repeating: 500, count: 12), hasRuns: true)
        let first = data.rows[0].codes[0]
        let selection = Selection(axis: .dimension(0), included: (0..<data.cardinalities[0]).map { $0 == first })
        let expected = (0..<12).count { block in
            !data.rows[block * 500..<(block + 1) * 500].contains { $0.codes[0] == first }
        }
        let work = try table.answer(to: TableQuery(selections: [selection])).work
        // Blocks are known by their smallest and largest code alone, so that some that have nothing are still read.
        #expect(work.blocksSkipped > 0 && work.blocksSkipped <= expected)
        #expect(work.blocksSkipped + work.blocksRead == 12)
    }

    @Test("runs are used where nothing is asked of single rows, and change no figure")
    func runs() throws {
        let (with, without) = (
            data.table(lengths: [6000], hasRuns: true), data.table(lengths: [6000], hasRuns: false)
        )
        for by in [[], [0], [1], [0, 1, 2]] {
            for way in [(TableQuery.Periods.native, nil), (.every(.halfYearly), RollUp.sum), (.together, .sum)] {
                let lean = TableQuery(by: by, periods: way.0, rollUp: way.1, figures: [])
                let (fast, slow) = (try with.answer(to: lean), try without.answer(to: lean))
                #expect(fast.work.runsUsed == with.runs[0]?.starts.count && slow.work.runsUsed == 0)
                #expect(fast.lines.map(exactText) == slow.lines.map(exactText))
            }
        }
    }
}
