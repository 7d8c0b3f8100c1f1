// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "antwort",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
    ],
    targets: [
        // The core: no I/O, no clock, no randomness, no environment.
        .target(name: "ServiceHours"),
        .target(name: "Dialogue", dependencies: ["ServiceHours", .crypto]),

        // Never shipped.
        .target(
            name: "TestSupport", dependencies: ["Dialogue", "ServiceHours"],
            path: "Tests/TestSupport"),
        .testTarget(name: "ServiceHoursTests", dependencies: ["ServiceHours", "TestSupport"]),
        .testTarget(name: "DialogueTests", dependencies: ["Dialogue", "ServiceHours", "TestSupport"]),
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
}
