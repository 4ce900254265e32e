import BarometerTestSupport
import Foundation
import Testing

/// The built program, run as a user runs it.
struct Program {
    struct Outcome {
        var status: Int32
        var output: String
        var messages: String
    }

    /// Beside the test bundle, where the package manager puts it.
    private static let path: URL = {
        let products = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
            .deletingLastPathComponent()
        return (products ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()).appending(
            path: "barometer"
        )
    }()

    static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        folder: String? = nil,
        input: Data? = nil
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder ?? Repository.root.path)
        process.environment = ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
        let entrance = input.map { _ in Pipe() }
        process.standardInput = entrance ?? FileHandle.nullDevice as Any
        let (output, messages) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = messages
        try process.run()
        if let input { try entrance?.fileHandleForWriting.write(contentsOf: input) }
        try entrance?.fileHandleForWriting.close()
        // Small messages fit the pipe, so that reading the output to its end first cannot lock up.
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let errors = messages.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: data, as: UTF8.self),
            messages: String(decoding: errors, as: UTF8.self)
        )
    }

    static func run(_ arguments: String..., folder: String? = nil, input: String? = nil) throws -> Outcome {
        try run(arguments, folder: folder, input: input.map { Data($0.utf8) })
    }

    static func json(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
