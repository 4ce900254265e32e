// swift-tools-version: 6.2
import PackageDescription

/// One entry: an executable whose `main` is that of libFuzzer.
func entry(_ name: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["FuzzSupport", .product(name: "BarometerEngine", package: "integration-barometer")],
        swiftSettings: [.unsafeFlags(["-parse-as-library"])]
    )
}

let package = Package(
    name: "barometer-fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "integration-barometer", path: "../..")],
    targets: [
        .target(
            name: "FuzzSupport",
            dependencies: [.product(name: "BarometerEngine", package: "integration-barometer")]
        ),
        entry("fuzz-delimited"),
        entry("fuzz-px"),
        entry("fuzz-json"),
        entry("fuzz-period"),
    ]
)
