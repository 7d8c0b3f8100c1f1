import Foundation
import TestSupport
import Testing

/// Forty times the same week, each time with something wrong about the machine's clock: who is late stays the same.
@Suite(.serialized) struct `Verdicts about deadlines` {
    @Test(
        "do not depend on where the machine is and how it speaks",
        arguments: [
            ["TZ": "UTC"], ["TZ": "Pacific/Apia"], ["TZ": "America/St_Johns"], ["TZ": "Asia/Kathmandu"],
            ["TZ": "Australia/Lord_Howe"], ["TZ": "America/New_York"], ["TZ": ":Europe/Berlin"], ["TZ": ""],
            ["TZ": "EST5EDT"], ["TZ": "<-03>3"], ["TZ": "No/Where"], ["TZ": "Asia/Kolkata", "TZDIR": "/nonexistent"],
            ["TZDIR": "/tmp"], ["LC_ALL": "de_DE.UTF-8"], ["LC_ALL": "tr_TR.UTF-8", "TZ": "Europe/Istanbul"],
            ["LC_ALL": "C", "LANG": ""],
        ])
    func elsewhere(environment: [String: String]) async throws {
        try await Self.withDesk { desk in
            let watched = try await desk.run("watch", environment: environment)
            #expect(watched.status == 0)
            let verdicts = try await Self.verdicts(desk, environment: environment)
            #expect(verdicts == (try await Self.usual.value))
        }
    }

    @Test(
        "do not depend on what the clock showed between runs",
        arguments: [
            // Forward and back again.
            ["2026-03-06T17:40:00+01:00"], ["2026-03-07T16:40:00+01:00"], ["2027-03-06T16:40:00+01:00"],
            ["2199-12-31T23:59:59Z"],
            // Back and forward again.
            ["2026-03-06T16:39:59+01:00"], ["2026-03-05T16:40:00+01:00"], ["1970-01-01T00:00:00Z"],
            // To and fro.
            ["2026-03-06T16:50:00+01:00", "2026-03-06T16:30:00+01:00"],
            ["2026-02-01T00:00:00Z", "2026-05-01T00:00:00Z", "2026-03-04T12:00:00+01:00"],
            // The hour that is missing in spring, the one that comes twice in autumn.
            ["2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z"],
            ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T00:30:00Z"],
            // A machine that slept over the week, and woke.
            ["2026-03-02T06:00:00+01:00", "2026-03-06T16:39:00+01:00"],
        ])
    func moved(times: [String]) async throws {
        try await Self.withDesk { desk in
            for time in times + [AntwortCommand.friday] {
                let watched = try await desk.run("watch", now: time)
                #expect(watched.status == 0, "\(time): \(watched.complaints)")
            }
            // When a post was first seen is a fact about the run that saw it, and no verdict.
            let verdicts = try await Self.verdicts(desk).withoutDetection
            let usual = try await Self.usual.value.withoutDetection
            #expect(verdicts == usual)
        }
    }

    @Test("do not depend on how long a run was suspended", arguments: [0, 30, 80, 150])
    func suspended(milliseconds: Int) async throws {
        try await Self.withDesk { desk in
            let run = try desk.start("watch")
            try await Task.sleep(for: .milliseconds(milliseconds))
            kill(run.processID, SIGSTOP)
            try await Task.sleep(for: .milliseconds(1_200))
            kill(run.processID, SIGCONT)
            let watched = try await run.outcome()
            #expect(watched.status == 0)
            let verdicts = try await Self.verdicts(desk)
            #expect(verdicts == (try await Self.usual.value))
        }
    }

    @Test(
        "are those of the instant that the machine's own clock shows, in whatever zone",
        arguments: [
            "UTC", "Europe/Berlin", "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu", "America/New_York",
            "Australia/Lord_Howe", "Africa/Casablanca",
        ])
    func machineClock(zone: String) async throws {
        let faketime = URL(filePath: "/usr/bin/faketime")
        guard FileManager.default.isExecutableFile(atPath: faketime.path) else {
            print("skipped: faketime is not installed, so the machine's own clock is not moved to \(zone)")
            return
        }
        try await Self.withDesk { desk in
            let shown = try #require(Self.wallClock(in: zone))
            let templates = ["--templates", ProjectFiles.root.appending(path: "templates").path]
            let environment = ["TZ": zone]
            let watched = try await desk.bare(
                under: faketime, ["-f", shown], ["watch"] + templates, environment: environment)
            #expect(watched.status == 0, "\(watched.complaints)")
            let listed = try await desk.bare(
                under: faketime, ["-f", shown], ["sla", "list", "--json"] + templates, environment: environment)
            let usual = try await Self.usual.value
            #expect(listed.text == usual.list)
            let verdicts = try await Self.verdicts(desk)
            #expect(verdicts == usual)
        }
    }

    /// Who waits, why the first of them is due when they are, and when the desk opens: as printed.
    private struct Verdicts: Equatable {
        let list: String
        let explanation: String
        let next: String

        /// The same without the instants at which breaches could be known.
        var withoutDetection: Verdicts {
            let list = list.split(separator: ",").filter { !$0.hasPrefix("\"detected_at\"") }.joined(separator: ",")
            return Verdicts(list: list, explanation: explanation, next: next)
        }
    }

    /// What nothing may change: the verdicts of a machine whose clock is right.
    private static let usual = Task { () async throws -> Verdicts in
        var usual = Verdicts(list: "", explanation: "", next: "")
        try await withDesk { desk in
            let watched = try await desk.run("watch")
            #expect(watched.status == 0)
            usual = try await verdicts(desk)
        }
        let waits = usual.list.split(separator: "\n")
        #expect(waits.count { $0.contains("\"breached\":true") } > 3)
        #expect(waits.count { $0.contains("\"breached\":false") } > 3)
        #expect(usual.explanation.contains("closed by hours"))
        return usual
    }

    /// A desk that has a week to read.
    private static func withDesk(_ body: (AntwortCommand) async throws -> Void) async throws {
        try await AntwortCommand.withHome { desk in
            try desk.bring("exports/silberbahn.jsonl", as: "page.jsonl")
            try desk.settings { $0.read("page", "path: page.jsonl", "live_since: 2026-03-01T00:00:00Z") }
            try await body(desk)
        }
    }

    private static func verdicts(
        _ desk: AntwortCommand, environment: [String: String] = [:]
    ) async throws -> Verdicts {
        let list = try await desk.run("sla", "list", "--json", environment: environment)
        #expect(list.complaints.isEmpty)
        let explanation = try await desk.run(
            "sla", "explain", "fruehlingspreis-11", environment: environment)
        #expect(explanation.complaints.isEmpty)
        let next = try await desk.run("hours", "next", environment: environment)
        return Verdicts(list: list.text, explanation: explanation.text, next: next.text)
    }

    /// What clocks of the zone show on Friday.
    private static func wallClock(in zone: String) -> String? {
        guard let instant = try? Date(AntwortCommand.friday, strategy: .iso8601), let zone = TimeZone(identifier: zone)
        else { return nil }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = zone
        format.dateFormat = "yyyy-MM-dd HH:mm:ss"
        return format.string(from: instant)
    }
}
