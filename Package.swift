// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "antwort",
    platforms: [.macOS(.v15)],
    targets: [
        // The core: no I/O, no clock, no randomness, no environment.
        .target(name: "ServiceHours"),

        // Never shipped.
        .testTarget(name: "ServiceHoursTests", dependencies: ["ServiceHours"]),
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
