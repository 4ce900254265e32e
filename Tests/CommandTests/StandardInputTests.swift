import BarometerTestSupport
import Foundation
import Testing

private let extract = "OMRÅDE;TID;INDHOLD\r\n101;2013;5,9\r\n751;2013;6,1\r\n"

@Suite("Standard input and pipes")
struct StandardInputTests {
    @Test("inspect reads what is piped into it", arguments: ["-", "/dev/stdin"])
    func inspect(_ name: String) throws {
        let run = try Program.run("inspect", name, "--format", "json", input: extract)
        #expect(run.status == 0, "\(run.messages)")
        let json = try Program.json(run.output)
        #expect(json["file"] as? String == name && json["bytes"] as? Int == extract.utf8.count)
        #expect(json["observations"] as? Int == 2)
    }

    @Test("cells of standard input are printed, or written under a name of their own")
    func cells() throws {
        let cells = "OMRÅDE,TID,INDHOLD\n101,2013,\"5,9\"\n751,2013,\"6,1\"\n"
        #expect(try Program.run("inspect", "-", "--as", "csv", input: extract).output == cells)
        try withTemporaryFolder { folder in
            let run = try Program.run("inspect", "-", "--as", "csv", "--out-dir", "out", folder: folder, input: extract)
            #expect(run.status == 0, "\(run.messages)")
            #expect(try String(contentsOfFile: folder + "/out/standard-input.csv", encoding: .utf8) == cells)
        }
    }

    @Test("a pipe with a name is waited for and read to its end")
    func namedPipe() throws {
        try withTemporaryFolder { folder in
            #expect(mkfifo(folder + "/pipe", 0o600) == 0)
            // More than a pipe holds at once.
            let rows = (0..<20_000).map { "\($0);2013;1" }
            let text = "OMRÅDE;TID;INDHOLD\n" + rows.joined(separator: "\n") + "\n"
            Thread.detachNewThread {
                try? FileHandle(forWritingTo: URL(filePath: folder + "/pipe")).write(contentsOf: Data(text.utf8))
            }
            let run = try Program.run("query", "pipe", "--period", "year", folder: folder)
            #expect(run.status == 0 && run.output == "period,sum\n2013,20000\n", "\(run.output)\(run.messages)")
        }
    }

    @Test("query takes standard input for a file and not for a dataset, also beside others")
    func query() throws {
        let run = try Program.run("query", "-", "--by", "OMRÅDE", input: extract)
        #expect(run.output == "OMRÅDE,period,sum\n101,2013,5.9\n751,2013,6.1\n", "\(run.messages)")
        try withTemporaryFolder { folder in
            try "OMRÅDE;TID;INDHOLD\r\n101;2014;1,5\r\n".write(toPath: folder + "/more.csv")
            let both = try Program.run("query", "-", "more.csv", folder: folder, input: extract)
            #expect(both.output == "period,sum\n2013,12\n2014,1.5\n", "\(both.messages)")
        }
    }

    @Test("assess reads a series from another program")
    func assess() throws {
        let series = "period,value\n2012H2,9.7\n2013H2,8.9\n"
        let run = try Program.run("assess", "-", "--direction", "decrease", input: series)
        #expect(run.status == 0 && run.output.hasPrefix("-"), "\(run.output)\(run.messages)")
    }

    @Test("a further file of a dataset may come from another program")
    func dataset() throws {
        let run = try Program.run("inspect", "-", "--dataset", "overledighed", "-w", "Data/copenhagen", input: extract)
        #expect(run.messages.contains("-:1:1: fejl[D108]"), "\(run.messages)")
        #expect(!run.messages.contains("D001"), "\(run.messages)")
    }

    @Test("faults of standard input are told under its sign, with line and column")
    func faults() throws {
        let run = try Program.run("inspect", "-", input: "OMRÅDE;TID;INDHOLD\n101;2013;5,x\n101;2014;5,9\n")
        #expect(run.status == 1 && run.messages.hasPrefix("-:2:10: error[D104]"), "\(run.messages)")
    }

    @Test("nothing piped in is an empty file")
    func empty() throws {
        let run = try Program.run("inspect", "-")
        #expect(run.status == 1 && run.messages.hasPrefix("-: error[D102]: this is an empty file"), "\(run.messages)")
    }

    @Test("standard input can be named only once", arguments: ["inspect", "query"])
    func once(_ verb: String) throws {
        let run = try Program.run(verb, "-", "/dev/stdin", input: extract)
        #expect(run.status == 64 && run.messages.contains("only once"), "\(run.messages)")
    }

    @Test("a folder is no file")
    func folder() throws {
        let run = try Program.run("inspect", "Data")
        #expect(run.status == 1 && run.messages.hasPrefix("Data: error[D001]: the file cannot be read"))
    }
}
