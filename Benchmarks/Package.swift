// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .unsafeFlags(["-warnings-as-errors"]),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let engine: Target.Dependency = .product(name: "BarometerEngine", package: "integration-barometer")
let reporting: Target.Dependency = .product(name: "_BarometerReporting", package: "integration-barometer")

let package = Package(
    name: "barometer-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "integration-barometer", path: ".."),
        // Without traits it needs no preloaded libraries; what is lost are the counts of malloc.
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .target(name: "BenchmarkSupport", dependencies: [engine], swiftSettings: settings),
        .executableTarget(
            name: "BarometerBenchmarks",
            dependencies: ["BenchmarkSupport", engine, reporting, .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/BarometerBenchmarks",
            swiftSettings: settings,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
        .executableTarget(
            name: "peer-workloads",
            dependencies: ["BenchmarkSupport", engine, reporting],
            swiftSettings: settings
        ),
        // On the engine alone, so that the guard builds within a minute.
        .executableTarget(
            name: "guard-workloads",
            dependencies: ["BenchmarkSupport", engine],
            swiftSettings: settings
        ),
    ]
)
