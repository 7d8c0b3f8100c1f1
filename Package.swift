// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "antwort",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        // The core: no I/O, no clock, no randomness, no environment.
        .target(name: "ServiceHours"),
        .target(name: "Dialogue", dependencies: ["ServiceHours", .crypto]),
        .target(name: "CParsers", cxxSettings: [.define("NDEBUG")], linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "Connectors", dependencies: ["Dialogue", "ServiceHours", "CParsers", .httpTypes, .crypto]),

        // The shell: performs what the core decided.
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "Transfers", dependencies: ["CCurl", .httpTypes]),

        // Never shipped.
        .target(name: "StandIns", path: "Tests/StandIns"),
        .target(
            name: "TestSupport", dependencies: ["Dialogue", "ServiceHours", "Transfers"],
            path: "Tests/TestSupport"),
        .testTarget(name: "ServiceHoursTests", dependencies: ["ServiceHours", "TestSupport"]),
        .testTarget(name: "DialogueTests", dependencies: ["Dialogue", "ServiceHours", "TestSupport"]),
        .testTarget(
            name: "ConnectorsTests", dependencies: ["Connectors", "Dialogue", "ServiceHours", "TestSupport"]),
        .testTarget(
            name: "TransfersTests", dependencies: ["Transfers", "StandIns", "TestSupport", .httpTypes]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

let strict: [SwiftSetting] =
    [
        "ExistentialAny", "ImmutableWeakCaptures", "InferIsolatedConformances", "InternalImportsByDefault",
        "MemberImportVisibility", "NonisolatedNonsendingByDefault",
    ].map { .enableUpcomingFeature($0) } + [.strictMemorySafety(), .treatAllWarnings(as: .error)]

for target in package.targets
where [.regular, .executable, .test].contains(target.type) && !["CCurl", "CParsers"].contains(target.name) {
    target.swiftSettings = strict
}

extension Target.Dependency {
    static var crypto: Self { .product(name: "Crypto", package: "swift-crypto") }
    static var httpTypes: Self { .product(name: "HTTPTypes", package: "swift-http-types") }
}
