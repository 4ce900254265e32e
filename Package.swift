// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// One floor of the house; `floors` are the modules below that it may import (`.ci` and ArchitectureTests hold it to that).
func floor(_ name: String, on floors: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: floors, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, of floors: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: floors + ["BarometerTestSupport"], swiftSettings: settings)
}

let package = Package(
    name: "integration-barometer",
    platforms: [.macOS(.v15)],
    products: [
        .library(
            name: "BarometerEngine",
            targets: [
                "BarometerCore", "BarometerStore", "BarometerExtracts", "BarometerIndicators", "BarometerEvaluation",
            ]
        ),
        .executable(name: "barometer", targets: ["barometer"]),
        // For `Benchmarks` only: what stands above the engine is promised to nobody.
        .library(name: "_BarometerReporting", targets: ["BarometerWorkspace", "BarometerReports"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .target(
            name: "BarometerCore",
            swiftSettings: settings,
            // Rounding calls the C mathematics, which a program without Foundation does not link by itself.
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
        ),
        floor("BarometerStore", on: ["BarometerCore"]),
        floor("BarometerExtracts", on: ["BarometerCore", "BarometerStore"]),
        floor("BarometerIndicators", on: ["BarometerCore", "BarometerStore"]),
        floor("BarometerEvaluation", on: ["BarometerCore", "BarometerStore", "BarometerIndicators"]),
        floor(
            "BarometerWorkspace",
            on: [
                "BarometerCore", "BarometerStore", "BarometerExtracts", "BarometerIndicators", "BarometerEvaluation",
                .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        floor(
            "BarometerReports",
            on: [
                "BarometerCore", "BarometerStore", "BarometerIndicators", "BarometerEvaluation", "BarometerWorkspace",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("HTML/Templates/page.mustache"),
                .embedInCode("HTML/Templates/section.mustache"),
                .embedInCode("HTML/Templates/page.css"),
            ]
        ),
        .executableTarget(
            name: "barometer",
            dependencies: [
                "BarometerCore", "BarometerStore", "BarometerExtracts", "BarometerIndicators", "BarometerEvaluation",
                "BarometerWorkspace", "BarometerReports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Linking"],
            swiftSettings: settings,
            // A program at a fixed address needs no addresses corrected when it starts, and one that holds the C++ library
            // loads two libraries less: half of the time to start. The linker is the toolchain's own.
            linkerSettings: [
                .unsafeFlags(
                    [
                        "-use-ld=lld", "-Xlinker", "-no-pie", "-Xlinker", "--no-export-dynamic", "-Xclang-linker",
                        "-static-libgcc",
                        "-L", "\(Context.packageDirectory)/Sources/barometer/Linking",
                    ],
                    .when(platforms: [.linux], configuration: .release)
                )
            ]
        ),

        .target(name: "BarometerTestSupport", path: "Tests/BarometerTestSupport", swiftSettings: settings),
        tests("ArchitectureTests", of: []),
        tests("BarometerCoreTests", of: ["BarometerCore"]),
        tests("BarometerStoreTests", of: ["BarometerCore", "BarometerStore"]),
        tests("BarometerExtractsTests", of: ["BarometerCore", "BarometerStore", "BarometerExtracts"]),
        tests(
            "BarometerIndicatorsTests",
            of: ["BarometerCore", "BarometerStore", "BarometerExtracts", "BarometerIndicators"]
        ),
        tests(
            "BarometerEvaluationTests",
            of: ["BarometerCore", "BarometerStore", "BarometerIndicators", "BarometerEvaluation"]
        ),
        tests(
            "BarometerWorkspaceTests",
            of: [
                "BarometerCore", "BarometerStore", "BarometerIndicators", "BarometerEvaluation", "BarometerWorkspace",
            ]
        ),
        tests(
            "BarometerReportsTests",
            of: ["BarometerCore", "BarometerEvaluation", "BarometerWorkspace", "BarometerReports"]
        ),
        tests("CommandTests", of: ["barometer"]),
    ]
)
