// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "antwort",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "antwort", targets: ["antwort"]),
        // Never shipped: the servers of the demo.
        .executable(name: "stand-ins", targets: ["StandInServers"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The core: no I/O, no clock, no randomness, no environment.
        .target(name: "ServiceHours"),
        .target(name: "Dialogue", dependencies: ["ServiceHours", .crypto]),
        .target(name: "Drafting", dependencies: ["Dialogue", "ServiceHours", .mustache]),
        .target(name: "CParsers", cxxSettings: [.define("NDEBUG")], linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "Connectors", dependencies: ["Dialogue", "ServiceHours", "CParsers", .httpTypes, .crypto]),

        // The shell: performs what the core decided.
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "Transfers", dependencies: ["CCurl", .httpTypes]),
        .target(name: "Storage", dependencies: ["Dialogue", "ServiceHours"]),
        .target(name: "SQLiteStorage", dependencies: ["Storage", "Dialogue", "ServiceHours", .grdb, .sqlite]),
        .target(name: "Settings", dependencies: ["ServiceHours", "Dialogue", "Connectors", .yams]),
        .target(
            name: "Workflow",
            dependencies: [
                "ServiceHours", "Dialogue", "Drafting", "Connectors", "Transfers", "Storage", .httpTypes, .logging,
            ]),
        .target(
            name: "Assembly",
            dependencies: [
                "ServiceHours", "Dialogue", "Drafting", "Connectors", "Transfers", "Storage", "SQLiteStorage",
                "Settings", "Workflow", .logging,
            ]),

        // The command.
        .executableTarget(
            name: "antwort",
            dependencies: [
                "ServiceHours", "Dialogue", "Drafting", "Connectors", "Transfers", "Storage", "SQLiteStorage",
                "Settings", "Workflow", "Assembly", .argumentParser,
            ]),

        // Never shipped.
        .target(name: "StandIns", path: "Tests/StandIns"),
        .executableTarget(name: "StandInServers", dependencies: ["StandIns"], path: "Tests/StandInServers"),
        .target(
            name: "TestSupport", dependencies: ["Dialogue", "ServiceHours", "Storage", "Transfers"],
            path: "Tests/TestSupport"),
        .executableTarget(
            name: "Performance",
            dependencies: ["ServiceHours", "Dialogue", "Connectors", "Storage", "SQLiteStorage", "TestSupport"],
            path: "Tests/Performance"),
        .testTarget(name: "ServiceHoursTests", dependencies: ["ServiceHours", "TestSupport"]),
        .testTarget(name: "DialogueTests", dependencies: ["Dialogue", "ServiceHours", "TestSupport"]),
        .testTarget(name: "DraftingTests", dependencies: ["Drafting", "Dialogue", "ServiceHours", "TestSupport"]),
        .testTarget(
            name: "ConnectorsTests",
            dependencies: [
                "Connectors", "Dialogue", "ServiceHours", "Transfers", "StandIns", "TestSupport", .httpTypes,
            ]),
        .testTarget(
            name: "TransfersTests", dependencies: ["Transfers", "StandIns", "TestSupport", .httpTypes]),
        .testTarget(
            name: "StorageTests",
            dependencies: ["Storage", "SQLiteStorage", "Dialogue", "ServiceHours", "TestSupport", .grdb]),
        .testTarget(
            name: "SettingsTests", dependencies: ["Settings", "Dialogue", "ServiceHours", "Connectors", "TestSupport"]),
        .testTarget(
            name: "WorkflowTests",
            dependencies: [
                "Workflow", "Settings", "Connectors", "Dialogue", "ServiceHours", "Storage", "Transfers", "StandIns",
                "TestSupport",
            ]),
        .testTarget(name: "CommandTests", dependencies: ["antwort", "StandIns", "TestSupport"]),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
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

// Tests learn from thousands of posts: decision 0006.
for target in package.targets where target.name == "Dialogue" {
    target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}

extension Target.Dependency {
    static var argumentParser: Self { .product(name: "ArgumentParser", package: "swift-argument-parser") }
    static var crypto: Self { .product(name: "Crypto", package: "swift-crypto") }
    static var grdb: Self { .product(name: "GRDB", package: "GRDB.swift") }
    static var sqlite: Self { .product(name: "GRDBSQLite", package: "GRDB.swift") }
    static var mustache: Self { .product(name: "Mustache", package: "swift-mustache") }
    static var httpTypes: Self { .product(name: "HTTPTypes", package: "swift-http-types") }
    static var logging: Self { .product(name: "Logging", package: "swift-log") }
    static var yams: Self { .product(name: "Yams", package: "Yams") }
}
