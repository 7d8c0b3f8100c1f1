import Foundation
import ServiceHours
import TestSupport

/// Service time, whose cost must not grow with the span.
struct HoursBenchmark: Benchmark {
    let name = "hours"
    let summary =
        "service time on one core from an hour to ten years, what an index costs, and 4,000 calendars in one run"

    private static let count = 500_000
    private static let day: Seconds = 86_400

    func measure(in bench: Bench) async throws {
        let calendars = [
            ("weekly hours", try BenchPolicies.calendar("Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00")),
            (
                "breaks, holidays",
                try BenchPolicies.calendar(
                    "Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-12:00; PH off", holidays: HolidaySet(region: .berlin))
            ),
        ]
        for (name, calendar) in calendars {
            await measure(calendar, called: name)
            await measureBuilding(calendar, called: name)
        }
        try measureManyCalendars(in: bench)
    }

    private func measure(_ calendar: ServiceCalendar, called name: String) async {
        let base = Instant(seconds: 1_772_442_000)
        var chance = SeededGenerator(seed: 8)
        let starts = (0..<Self.count).map { _ in base + Int64(chance.next() % UInt64(365 * Self.day)) }
        let year = calendar.elapsed(from: base, to: base + 365 * Self.day)
        let spans: [(String, service: Seconds, wall: Seconds)] = [
            ("1 h", 3_600, 3_600), ("8 service h", 28_800, Self.day), ("1 year", year, 365 * Self.day),
            ("10 years", year * 10, 3_652 * Self.day),
        ]
        // What is remembered of the calendar is made once, whatever is asked first.
        _ = calendar.deadline(from: base + 366 * Self.day, seconds: year * 11)
        var shortest: (deadline: Double, elapsed: Double)?
        for (span, service, wall) in spans {
            let deadline = await best {
                starts.reduce(into: Int64(0)) { $0 &+= calendar.deadline(from: $1, seconds: service)?.seconds ?? 0 }
            }
            let elapsed = await best {
                starts.reduce(into: Int64(0)) { $0 &+= calendar.elapsed(from: $1, to: $1 + wall) }
            }
            let first = shortest ?? (deadline, elapsed)
            shortest = first
            Figures.show(
                name, span, "deadline \(million(deadline)), \(Figures.ratio(deadline / first.deadline)) of 1 h",
                "elapsed \(million(elapsed)), \(Figures.ratio(elapsed / first.elapsed)) of 1 h")
        }
    }

    /// What the first question costs, and what is remembered for the second.
    private func measureBuilding(_ calendar: ServiceCalendar, called name: String) async {
        let base = Instant(seconds: 1_772_442_000)
        for (span, wall) in [("1 h", 3_600), ("1 year", 365 * Self.day), ("10 years", 3_652 * Self.day)] {
            var times: [Double] = []
            var footprint = 0
            for _ in 0..<25 {
                let fresh = ServiceCalendar(hours: calendar.hours, zone: calendar.zone, holidays: calendar.holidays)
                times.append(await Cost.measuring { Self.keep(fresh.elapsed(from: base, to: base + wall)) }.wall)
                footprint = fresh.footprint
            }
            Figures.show(
                name, span, "first question \(Figures.decimal(times.median * 1e6, digits: 0)) µs",
                "remembers \(Figures.decimal(Double(footprint) / 1_024, digits: 1)) KB")
        }
    }

    private static let calendarsInOneRun = 4_000

    /// The filter with so many calendars, each asked about ten years and asked again when all others were.
    private func measureManyCalendars(in bench: Bench) throws {
        let questions = try bench.place("hours").appending(path: "questions.jsonl")
        var lines = ""
        for _ in 0..<2 {
            for number in 0..<Self.calendarsInOneRun {
                let (hour, minute) = (6 + number / 600, number / 10 % 60)
                let hours =
                    "Mo-Fr 0\(hour % 10):\(minute / 10)\(minute % 10)-12:00,13:00-\(17 + number % 5):\(10 + number % 10)"
                lines += """
                    {"id":\(number),"calendar":{"hours":"\(hours); PH off","timezone":"Europe/Berlin",\
                    "holidays":{"region":"DE-BE"}},"op":"elapsed",\
                    "args":{"from":"2020-01-01T00:00:00Z","to":"2030-01-01T00:00:00Z"}}

                    """
            }
        }
        try Data(lines.utf8).write(to: questions)
        let end = try Child.run("sh", ["-c", "exec \"$0\" hours --jsonl < \"$1\"", try bench.antwort, questions.path])
        Figures.show(
            "the filter", "\(Figures.grouped(Self.calendarsInOneRun)) calendars",
            "peak \(Figures.megabytes(end.cost.peakBytes))",
            Figures.rate(2 * Self.calendarsInOneRun, end.cost.wall, "questions"))
    }

    /// CPU seconds of the fastest of ten rounds.
    private func best(_ round: () -> Int64) async -> Double {
        var best = Double.infinity
        for _ in 0..<10 {
            best = min(best, await Cost.measuring { Self.keep(round()) }.cpu)
        }
        return best
    }

    /// Takes a result so that reckoning it is not left out.
    @inline(never) private static func keep(_ result: Int64) {
        withExtendedLifetime(result) {}
    }

    private func million(_ seconds: Double) -> String {
        "\(Figures.decimal(Double(Self.count) / seconds / 1e6, digits: 1)) M/s"
    }
}
