/// Which modules a target's sources may import, besides Foundation: the rule that keeps the core free of I/O.
struct ImportRules {
    private static let core: Set<String> = ["Dialogue", "ServiceHours", "Drafting", "Connectors"]
    private static let shell: Set<String> = [
        "Transfers", "Storage", "SQLiteStorage", "Settings", "Workflow", "Assembly",
    ]

    /// By folder below the project's root.
    static let allowed: [String: Set<String>] = [
        "Sources/ServiceHours": [],
        "Sources/Dialogue": ["ServiceHours", "Crypto"],
        "Sources/Drafting": ["Dialogue", "ServiceHours", "Mustache"],
        "Sources/Connectors": ["Dialogue", "ServiceHours", "CParsers", "HTTPTypes", "Crypto"],
        "Sources/Transfers": ["CCurl", "HTTPTypes"],
        "Sources/Storage": ["Dialogue", "ServiceHours"],
        "Sources/SQLiteStorage": ["Storage", "Dialogue", "ServiceHours", "GRDB", "GRDBSQLite"],
        "Sources/Settings": core.union(["Yams"]),
        "Sources/Workflow": core.union(["Transfers", "Storage", "Logging", "Metrics", "Subprocess", "HTTPTypes"]),
        "Sources/Assembly": core.union(shell).subtracting(["Assembly"]).union(["Logging"]),
        "Sources/antwort": core.union(shell).union(["ArgumentParser"]),
        "Tests/TestSupport": ["Dialogue", "ServiceHours", "Storage", "Transfers"],
        "Tests/StandIns": [],
        "Tests/StandInServers": ["StandIns"],
    ]

    /// Modules of the system that every target may import.
    static let system: Set<String> = ["Foundation", "Glibc", "Synchronization", "Dispatch"]

    /// What reads a clock, the environment or chance; only the executables may. `Transfers` alone measures how long the network takes.
    static let impure = [
        "Date.now", " Date()", "(Date()", "UUID()", "ProcessInfo.", "SystemRandomNumberGenerator", ".random(",
        ".shuffled()",
        ".randomElement(", "getenv(", "clock_gettime(", "ContinuousClock", "SuspendingClock",
    ]

    /// What of it `Transfers` may use.
    static let stopwatches = ["ContinuousClock", "SuspendingClock"]

    /// The targets that must not do I/O at all.
    static let pure = ["Sources/ServiceHours", "Sources/Dialogue", "Sources/Drafting", "Sources/Connectors"]

    /// What touches files, processes or sockets.
    static let io = [
        "FileManager", "FileHandle", "Data(contentsOf", "String(contentsOf", "contentsOfFile", "Process()", "fopen(",
        "NSData(",
    ]
}
