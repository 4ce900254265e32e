import BarometerTestSupport
import Foundation
import Testing

@Suite("query of larger files")
struct LargeFileTests {
    /// Monthly figures of some areas and origins, larger than what is read the careful way at once.
    private static let extract: String = {
        var text = "OMRÅDE;HERKOMST;TID;INDHOLD\n"
        for area in 0..<20 {
            for origin in ["Dansk", "Vestlig", "Ikke-vestlig"] {
                for month in 1...12 {
                    let value = month == 5 ? ".." : "\(area * 7 + month),\(origin.count)"
                    text += "Område \(area);\(origin);2014M\(month < 10 ? "0" : "")\(month);\(value)\n"
                }
            }
        }
        return text
    }()

    private func query(_ options: String...) throws -> Program.Outcome {
        try Program.run(
            ["query", "-", "--by", "OMRÅDE", "--period", "half-year", "--roll", "sum"] + options,
            input: Data(LargeFileTests.extract.utf8)
        )
    }

    @Test("any number of threads writes the same bytes")
    func threads() throws {
        let alone = try query("--threads", "1", "--aggregate", "sum,mean,count,min,max,missing")
        #expect(alone.status == 0 && alone.output.split(separator: "\n").count == 41)
        // Months 1 to 4 and 6 of three origins: 3 × 16, and five times the decimals 5, 7 and 12 as printed.
        #expect(alone.output.contains("\nOmråde 0,2014H1,"))
        for threads in ["2", "3", "8"] {
            #expect(
                try query("--threads", threads, "--aggregate", "sum,mean,count,min,max,missing").output == alone.output
            )
        }
        #expect(try query("--threads", "0").status == 64)
    }

    @Test("times are told as one line of JSON beside the answer")
    func timing() throws {
        let run = try query("--timing")
        let line = try #require(run.messages.split(separator: "\n").first { $0.hasPrefix("{") })
        let json = try Program.json(String(line))
        #expect(json["rows"] as? Int == 720 && json["bytes"] as? Int == LargeFileTests.extract.utf8.count)
        #expect((json["load"] as? Double ?? -1) > 0 && (json["aggregate"] as? Double ?? -1) >= 0)
    }

    @Test("a file that would take more memory than allowed is refused with the estimate before it is read")
    func memoryLimit() throws {
        let run = try query("--memory-limit", "5 MB", "--lang", "en")
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.messages.contains("error[D410]: reading the file would take about 2"), "\(run.messages)")
        #expect(run.messages.contains("more than the 5 MB allowed"))
        #expect(try query("--memory-limit", "1GB").status == 0)
        #expect(try query("--memory-limit", "much").status == 64)
    }
}
